namespace DigestBot.Tests.Contracts;

/// <summary>A platform on which people open forms, fill them in and send them. People and places go by their short names.</summary>
internal interface IFormStage : IAsyncDisposable
{
    /// <summary>What stands before somebody who presses a button that opens a form.</summary>
    /// <param name="by"><c>ana</c> (executive), <c>cleo</c> (curator), <c>dev</c> (New York), <c>max</c>.</param>
    /// <param name="form">The button's verb.</param>
    /// <param name="about">What follows it.</param>
    Task<StagedForm> OpenAsync(string by, string form, string about);

    /// <summary>Fills in the form and sends it.</summary>
    /// <param name="by">Who.</param>
    /// <param name="form">As it was opened.</param>
    /// <param name="filled">Field and value; a person as <c>@dev</c>, a channel as <c>#all</c>, null to leave it empty.</param>
    Task<StagedOutcome> SubmitAsync(string by, StagedForm form, params (string Field, string? Value)[] filled);
}

/// <summary>A form as somebody sees it.</summary>
/// <param name="Title">Stands above it.</param>
/// <param name="Words">What is said instead of fields; null when there are fields.</param>
/// <param name="Submit">What stands on its button; null without one.</param>
/// <param name="Fields">What can be filled in.</param>
internal sealed record StagedForm(string Title, string? Words, string? Submit, IReadOnlyList<StagedField> Fields);

/// <summary>A field as somebody sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="IsOptional">It may stay empty.</param>
/// <param name="Initial">What stands in it; people and channels by short name.</param>
internal sealed record StagedField(string Id, string Label, bool IsOptional, string? Initial);

/// <summary>What came of sending a form.</summary>
/// <param name="Faults">What is wrong, by field.</param>
/// <param name="Typed">What it would have been to type the same: verb and arguments; null when something is wrong.</param>
internal sealed record StagedOutcome(IReadOnlyDictionary<string, string> Faults, string? Typed);

/// <summary>
/// What every platform's forms ask for, refuse and mean. Week 46 is published, week 47 is a draft, follow-up 1 on number 3 is Dev's
/// until Friday.
/// </summary>
public abstract class FormsContract
{
    internal abstract Task<IFormStage> StageAsync();

    [Theory]
    [InlineData("ana", "pick", "tp2", "Act on this", "measure! direction!=up amount due!=2026-12-21 owner!=@ana note")]
    [InlineData("ana", "assign", "tp3", "Assign", "owner! due note")]
    [InlineData("ana", "share", "tp4", "Share", "to!")]
    [InlineData("ana", "not-useful", "tp9", "Send", "reason! words")]
    [InlineData("cleo", "correct", "tp6", "Correct", "correction!")]
    [InlineData("cleo", "relabel", "tp6", "Save", "kind sentiment about department")]
    [InlineData("cleo", "relabel", "tp6-m1", "Save", "kind sentiment about department")]
    [InlineData("dev", "done", "1", "Done", "outcome")]
    [InlineData("dev", "decline", "1", "Decline", "reason!")]
    [InlineData("dev", "snooze", "1", "Move", "due!=2026-11-30")]
    [InlineData("dev", "handover", "1", "Hand over", "owner! due note")]
    [InlineData("cleo", "retitle", "d3", "Save", "headline!=*")]
    [InlineData("cleo", "comment", "d3", "Save", "comment!=*")]
    [InlineData("cleo", "replace", "d9", "Replace", "other!")]
    [InlineData("cleo", "merge", "d7", "Merge", "other!")]
    [InlineData("cleo", "reorder", "d5", "Move", "place!")]
    [InlineData("cleo", "skip", "2026-W47", "Skip", "reason!")]
    public async Task Ask_for_this_and_begin_like_this(string by, string form, string about, string submit, string fields)
    {
        await using var stage = await StageAsync();
        var shown = await stage.OpenAsync(by, form, about);
        Assert.Equal((null, submit), (shown.Words, shown.Submit));
        Assert.Equal(fields, string.Join(' ', shown.Fields.Select(Told)));
    }

    [Theory]
    [InlineData("ana", "pick", "tp2", "due", "2026-11-22", "This date has passed. Please choose today or a later day.")]
    [InlineData("ana", "pick", "tp2", "due", "2026-02-30", "Please choose a date.")]
    [InlineData("ana", "pick", "tp2", "due", null, "Please choose a date.")]
    [InlineData("ana", "pick", "tp2", "due", "2031-01-01", "This is more than two years ahead. Please choose an earlier day.")]
    [InlineData("ana", "pick", "tp2", "measure", null, "Please write something.")]
    [InlineData("ana", "pick", "tp2", "measure", "   ", "Please write something.")]
    [InlineData("ana", "pick", "tp2", "owner", null, "Please choose somebody.")]
    [InlineData("ana", "pick", "tp2", "owner", "somebody by friday", "Please choose somebody.")]
    [InlineData("ana", "pick", "tp2", "direction", null, "Please choose one.")]
    [InlineData("ana", "pick", "tp2", "direction", "up by friday", "Please choose one.")]
    [InlineData("ana", "share", "tp4", "to", null, "Please choose a channel.")]
    [InlineData("cleo", "retitle", "d3", "headline", null, "Please write something.")]
    [InlineData("cleo", "skip", "2026-W47", "reason", null, "Please write something.")]
    [InlineData("dev", "snooze", "1", "due", "2026-11-21", "This date has passed. Please choose today or a later day.")]
    [InlineData("dev", "decline", "1", "reason", " ", "Please write something.")]
    public async Task Say_at_the_field_what_is_wrong(string by, string form, string about, string field, string? value, string words)
    {
        await using var stage = await StageAsync();
        var opened = await stage.OpenAsync(by, form, about);
        var valid = form == "pick" ? ("measure", "bookings") : (field, value);
        var outcome = await stage.SubmitAsync(by, opened, valid, (field, value));
        Assert.Equal(words, outcome.Faults[field]);
        Assert.Null(outcome.Typed);
    }

    [Theory]
    [InlineData("measure", 80)]
    [InlineData("amount", 40)]
    [InlineData("note", 400)]
    public async Task Refuse_what_is_longer_than_the_field(string field, int longest)
    {
        await using var stage = await StageAsync();
        var outcome = await stage.SubmitAsync("ana", await stage.OpenAsync("ana", "pick", "tp2"), ("measure", "bookings"), (field, new string('x', longest + 1)));
        Assert.Equal($"Too long: at most {longest} characters, please.", outcome.Faults[field]);
    }

    [Theory]
    [InlineData("ana", "pick", "tp2", "measure=bookings completed|amount=5 %|note=ask by friday", "pick tp2 @ana bookings completed up 5 % by 2026-12-21 note: ask by friday")]
    [InlineData("ana", "assign", "tp3", "owner=@dev|due=2026-11-27|note=two  lines\nof it", "assign tp3 @dev by 2026-11-27 note: two lines of it")]
    [InlineData("ana", "assign", "tp3", "owner=@max", "assign tp3 @max")]
    [InlineData("ana", "share", "tp4", "to=#all", "share tp4 to #all now")]
    [InlineData("ana", "not-useful", "tp9", "reason=small|words=three people", "not-useful tp9 Too small to matter. three people")]
    [InlineData("cleo", "correct", "tp6", "correction=It was 12.", "correct tp6 It was 12.")]
    [InlineData("cleo", "relabel", "d3", "kind=suggestion|department=Investor relations", "relabel d3 suggestion department Investor relations")]
    [InlineData("cleo", "relabel", "tp6-m1", "sentiment=negative|about=not-about-us", "relabel tp6 mention 1 negative not-about-us")]
    [InlineData("dev", "done", "1", "outcome=refunds paid", "done 1 refunds paid")]
    [InlineData("dev", "done", "1", "", "done 1")]
    [InlineData("dev", "decline", "1", "reason=two routes forbid it", "decline 1 because two routes forbid it")]
    [InlineData("dev", "snooze", "1", "", "snooze 1 until 2026-11-30")]
    [InlineData("dev", "handover", "1", "owner=@max|note=you know it", "handover 1 @max note: you know it")]
    [InlineData("cleo", "retitle", "d3", "headline=Refunds take 21 days", "retitle d3 Refunds take 21 days")]
    [InlineData("cleo", "comment", "d3", "comment=Known since May", "comment d3 Known since May")]
    [InlineData("cleo", "replace", "d9", "other=11", "replace d9 with 11")]
    [InlineData("cleo", "merge", "d7", "other=3", "merge d7 into 3")]
    [InlineData("cleo", "reorder", "d5", "place=1", "reorder d5 to 1")]
    [InlineData("cleo", "skip", "2026-W47", "reason=a strike", "skip 2026-W47 because a strike")]
    public async Task Mean_what_would_be_typed(string by, string form, string about, string filled, string typed)
    {
        await using var stage = await StageAsync();
        var outcome = await stage.SubmitAsync(by, await stage.OpenAsync(by, form, about), Fields(filled));
        Assert.Empty(outcome.Faults);
        Assert.Equal(typed, outcome.Typed);
    }

    [Theory]
    [InlineData("max", "pick", "tp2", "Only executives can pick. Ask Ana")]
    [InlineData("max", "share", "tp3", "Only executives can share. Ask Ana")]
    [InlineData("max", "retitle", "d3", "Only curators can retitle. Ask Cleo.")]
    [InlineData("max", "relabel", "tp3", "Only curators can relabel. Ask Cleo.")]
    [InlineData("ana", "pick", "tp3", "Number 3 is no suggestion, so there is nothing to pick. It can be assigned or owned.")]
    [InlineData("max", "done", "1", "Follow-up 1 is Dev's. Only Dev, who asked for it, curators and executives can change it.")]
    [InlineData("dev", "done", "7", "This follow-up is no longer here. 'mine' shows yours.")]
    [InlineData("ana", "assign", "tp99", "This touch point is no longer here: its edition was composed anew, or removed. The newest edition has what there is now.")]
    [InlineData("ana", "assign", "d3", "This touch point is no longer here: its edition was composed anew, or removed. The newest edition has what there is now.")]
    [InlineData("cleo", "retitle", "tp3", "The edition of week 2026-W46 has gone out, so it is no longer curated. What is wrong in it can be corrected or taken back.")]
    [InlineData("cleo", "skip", "2026-W46", "There is no draft of week 2026-W46 any more: it was published or skipped.")]
    public async Task Say_why_there_is_nothing_to_fill_in(string by, string form, string about, string words)
    {
        await using var stage = await StageAsync();
        var shown = await stage.OpenAsync(by, form, about);
        Assert.StartsWith(words, shown.Words, StringComparison.Ordinal);
        Assert.Empty(shown.Fields);
    }

    // "due!=2026-12-21": an asterisk where what stands there is the edition's own.
    private static string Told(StagedField field)
    {
        var initial = field.Initial is null ? "" : field.Id is "headline" or "comment" ? "=*" : $"={field.Initial}";
        return $"{field.Id}{(field.IsOptional ? "" : "!")}{initial}";
    }

    private static (string, string?)[] Fields(string filled) =>
        [.. filled.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(field => (field[..field.IndexOf('=', StringComparison.Ordinal)], (string?)field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..]))];
}
