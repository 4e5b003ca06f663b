using DigestBot.Core.Actions;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Actions;

/// <summary>Every verb describes itself; what follows from the descriptions holds for all of them.</summary>
public sealed class TheVerbs
{
    private static readonly Person Everything = Cast.Ana with { Roles = Roles.Executive | Roles.Curator | Roles.Admin };
    private static readonly ActionRegistry Registry = new ServiceCollection().AddActions().BuildServiceProvider().GetRequiredService<ActionRegistry>();

    [Fact]
    public async Task Have_an_example_that_is_understood_as_typed()
    {
        await using var room = await Room.OpenAsync(people: [.. Cast.All, new("fake:jane", "Jane", "UTC", Roles.Anyone)]);
        await room.DraftAsync(Editions.OrdinaryEdition() with { Key = new("weekly", Editions.Week.Next) });

        foreach (var description in Registry.All.Select(action => action.Description))
        {
            var reply = await room.SaysAsync(Everything, description.Example);
            var misunderstood = reply is ActionReply.Refused { Why: Refusal.UnknownVerb or Refusal.NotUnderstood or Refusal.NotAllowed };
            Assert.False(misunderstood, $"{description.Example}: {reply.Text}");
            Assert.Equal(description.Verb, (await room.AuditAsync())[0].Verb);
        }
    }

    [Fact]
    public void Are_all_there()
    {
        string[] promised =
        [
            "pick", "assign", "claim", "done", "decline", "reopen", "undo", "kudos", "not-useful", "share", "evidence", "wins", "issues", "trends",
            "suggestions", "digest", "week", "mine", "overdue", "search", "add", "retract", "skip", "rehearse", "not-about-us", "scoreboard", "help",
            "approve", "pin", "drop", "merge", "retitle", "comment", "replace", "reorder", "snooze", "handover",
        ];

        Assert.Empty(promised.Except(Registry.All.Select(action => action.Description.Verb)));
    }

    [Fact]
    public void Say_what_they_do_in_one_line_that_starts_with_a_verb() => Assert.All(Registry.All, action =>
    {
        Assert.Matches("^[A-Z][^\n]{10,110}\\.$", action.Description.Summary);
        Assert.StartsWith(action.Description.Verb, action.Description.Example, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Are_all_in_the_help_of_somebody_who_may_do_everything()
    {
        await using var room = await Room.OpenAsync();

        var help = Assert.IsType<HelpReply>(Assert.IsType<ActionReply.Done>(await room.SaysAsync(Everything, "help")).Content);

        Assert.Equal(Registry.All.Select(action => action.Description.Verb), help.Actions.Select(action => action.Verb));
    }

    [Fact]
    public async Task Are_shown_to_each_as_far_as_the_person_may()
    {
        await using var room = await Room.OpenAsync();

        var help = Assert.IsType<HelpReply>(Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Max, "help")).Content);

        Assert.DoesNotContain(help.Actions, action => action.Verb is "pick" or "pin" or "retract");
        Assert.Contains(help.Actions, action => action.Verb == "claim");
    }

    [Fact]
    public void Cannot_share_a_word() =>
        Assert.Throws<InvalidOperationException>(() => new ActionRegistry([new Named("claim", "👀"), new Named("CLAIM", "💡")]));

    [Fact]
    public void Cannot_share_an_emoji_on_the_same_message() =>
        Assert.Throws<InvalidOperationException>(() => new ActionRegistry([new Named("claim", "❤️"), new Named("thank", "❤")]));

    [Theory]
    [InlineData("asign", "assign")]
    [InlineData("evidnce", "evidence")]
    [InlineData("hlep", "help")]
    [InlineData("xyzzy", null)]
    public void Are_suggested_when_one_is_mistyped(string typed, string? meant) => Assert.Equal(meant, Registry.NearestTo(typed));

    [Theory]
    [InlineData("show issues", "issues")]
    [InlineData("", "wins")]
    [InlineData("Done: refunds paid", "done")]
    [InlineData("/claim 3", "claim")]
    public void Are_found_however_they_are_typed(string typed, string verb)
    {
        var words = new ActionArguments(typed);

        Assert.Equal(verb, Registry.Find(words.TakeWord(), words.Rest)!.Action.Description.Verb);
    }

    private sealed class Named(string verb, string emoji) : IDigestAction
    {
        public ActionDescription Description { get; } = new(verb, "Does nothing.", verb) { Reactions = [new(emoji)] };

        public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
            Task.FromResult<ActionReply>(new ActionReply.Done("Nothing."));
    }
}
