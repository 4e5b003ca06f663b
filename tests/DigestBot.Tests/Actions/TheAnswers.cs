using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Actions;

/// <summary>What people are shown, and what never is.</summary>
public sealed class TheAnswers
{
    [Theory]
    [InlineData("claim 33", "There is no such number in the edition. 'digest' shows the ten.")]
    [InlineData("claim", "Which one? Say its number in the edition, for example 3. 'digest' shows them.")]
    [InlineData("done 99", "There is no follow-up 99. 'mine' shows yours.")]
    [InlineData("done", "You owe nothing at the moment. 'digest' shows what there is to own.")]
    [InlineData("assign 3 @nobody", "I do not know 'nobody', or there are several. Say the whole name as in the settings under People.")]
    [InlineData("assign 3", "Who? Say a name, for example @jane.")]
    [InlineData("assign 3 @dev by 2020-01-01", "2020-01-01 has passed. Write a date from today on, as friday, tomorrow, in 2 weeks, end of month, 1 dec or 2026-12-01.")]
    [InlineData("assign 3 @dev by frriday", "I do not understand the date 'frriday'. Write it as friday, tomorrow, in 2 weeks, end of month, 1 dec or 2026-12-01.")]
    [InlineData("pick 3", "Number 3 is no suggestion. Say 'claim 3' to own it or 'assign 3 @somebody'.")]
    [InlineData("kudos 3", "Number 3 is no win. Say 'wins' to see them.")]
    [InlineData("week 2019-W01", "No edition was published for week 2019-W01.")]
    [InlineData("undo search", "'search' cannot be taken back.")]
    [InlineData("search", "Search for what? For example: search lost luggage")]
    public async Task Say_why_not_and_what_to_do_next(string typed, string answer)
    {
        await using var room = await Room.OpenAsync();

        var refused = Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, typed));

        Assert.Equal(answer, refused.Text.Replace("'@nobody'", "'nobody'", StringComparison.Ordinal));
        Assert.Empty(await room.WaitingAsync());
        Assert.StartsWith("refused: ", Assert.Single(await room.AuditAsync()).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_the_headline_of_the_number()
    {
        await using var room = await Room.OpenAsync();

        var reply = await room.SaysAsync(Cast.Ana, "assign 4 @dev by friday check with the crew");

        Assert.Equal("Dev has number 4, “Crew on AC 418 got a diabetic passenger her insulin” (follow-up 1, due Friday 27 November).", reply.Text);
        Assert.Equal("check with the crew", (await room.FollowUpAsync(1))!.Note);
    }

    [Fact]
    public async Task Keep_somebodys_follow_up_from_others_without_a_role()
    {
        await using var room = await Room.OpenAsync();
        await room.SaysAsync(Cast.Dev, "claim 3");

        var refused = Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Max, "done 1 all well"));

        Assert.Equal(Refusal.NotAllowed, refused.Why);
        Assert.True((await room.FollowUpAsync(1))!.IsOpen);
    }

    [Fact]
    public async Task Mask_personal_data_in_evidence_and_open_it_down_to_the_mention()
    {
        await using var room = await Room.OpenAsync();
        var mention = new Mention(new("app-store", "q2"), "traveller", "Call me on 555-0199, I paid twice.", room.Clock.GetUtcNow());
        var insight = room.Store.Services.GetRequiredService<IMentionReader>().Read(mention) with { PersonalData = [new(11, 8)] };
        await room.Store.Services.GetRequiredService<IMentionStore>().SaveAsync("app-store", [new(mention, insight)], null, default);

        var evidence = Assert.IsType<MentionsReply>(Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Ben, "evidence 2")).Content);

        var shown = Assert.Single(evidence.Mentions);
        Assert.Equal(new MentionId("app-store", "q2"), shown.Id);
        Assert.DoesNotContain("555", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_safe_to_print_whatever_customers_wrote()
    {
        var hostile = "\u001b[2J\u202Eevil\u0007 <!channel>\nrm -rf";
        var edition = Editions.OrdinaryEdition();
        await using var room = await Room.OpenAsync(edition with { TouchPoints = [.. edition.TouchPoints.Select(point => point with { Headline = hostile })] });

        var lines = ReplyText.Lines(await room.SaysAsync(Cast.Ana, "digest")).Concat(ReplyText.Lines(await room.SaysAsync(Cast.Ana, "claim 1"))).ToList();

        Assert.True(lines.Count > 10);
        Assert.All(lines, line => Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter == '\u202E'));
    }

    [Fact]
    public async Task Leave_no_customer_text_in_the_audit()
    {
        await using var room = await Room.OpenAsync();

        await room.SaysAsync(Cast.Max, "add My phone is 555-0199 and I love you all");
        await room.SaysAsync(Cast.Max, "555-0199 3");
        await room.SaysAsync(Cast.Ana, "assign 3 @dev call 555-0199");

        Assert.All(await room.AuditAsync(), line => Assert.DoesNotContain("555", line.ToString(), StringComparison.Ordinal));
        Assert.Equal(["assign", "unknown", "add"], (await room.AuditAsync()).Select(line => line.Verb));
    }

    [Fact]
    public async Task Count_everybody_as_executive_while_nobody_is_named_one()
    {
        await using var room = await Room.OpenAsync(people: [Cast.Max, Cast.Cleo]);

        Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Max, "pick 2"));
        Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Max, "retract 3"));
    }

    [Theory]
    [InlineData("claim dtp3")]
    [InlineData("evidence dtp3")]
    [InlineData("share dtp3 to finance now")]
    public async Task Know_nothing_of_a_draft(string typed)
    {
        await using var room = await Room.OpenAsync();
        var draft = Editions.OrdinaryEdition();
        await room.DraftAsync(draft with { Key = new("weekly", Editions.Week.Next), TouchPoints = [.. draft.TouchPoints.Select(point => point with { Id = $"d{point.Id}" })] });

        Assert.Equal(Refusal.NotFound, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, typed)).Why);
        Assert.Empty(await room.OpenAsync());
    }
}
