using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>
/// The walk: the same steps with the same assertions on both platforms, only the people's own ways differ. What Teams cannot do has
/// assertions of its own, and they are marked.
/// </summary>
public sealed partial class TheWalk
{
    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_1_the_edition_is_made_of_what_could_be_heard_and_names_who_could_not(string platform)
    {
        using var feeds = new Feeds();
        await using var company = await Company.OnAsync(platform, feeds.Sources);
        for (var day = 0; day < 7; day++)
        {
            feeds.Says(day);
            await company.CollectAsync();
            company.Clock.Advance(TimeSpan.FromDays(1));
        }
        await company.PublishAsync(new DigestWeek(2026, 48));

        var standing = company.Stage.In(company.Stage.Executives);
        Assert.Contains("Reddit", standing[0].Reads, StringComparison.Ordinal);
        Assert.Contains("since Tuesday", standing[0].Reads, StringComparison.Ordinal);
        Assert.Contains(standing, message => message.Reads.Contains("refund", StringComparison.OrdinalIgnoreCase));
        await company.Stage.SaysAsync("cleo", "sources");
        Assert.Contains("reddit", company.Stage.Told("cleo")[^1].Reads, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_3_the_draft_reaches_the_curators_who_change_it(string platform)
    {
        await using var company = await Company.OnAsync(platform);
        await company.DraftAsync(Editions.OrdinaryEdition());
        var draft = Assert.Single(company.Stage.In(company.Stage.Curators));
        Assert.Contains("Booking page lost payments", draft.Reads, StringComparison.Ordinal);

        await company.Stage.SaysAsync("cleo", "drop 9");
        await company.Stage.SaysAsync("cleo", "pin 11");
        await company.Stage.SaysAsync("cleo", "retitle 3 Refunds late again");
        await company.Stage.SaysAsync("cleo", "comment 1 Ask IT for the date");
        await company.Stage.SaysAsync("ana", "drop 1");

        var changed = Assert.Single(company.Stage.In(company.Stage.Curators)).Reads;
        Assert.Contains("Refunds late again", changed, StringComparison.Ordinal);
        Assert.Contains("Chat answers in the wrong language", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("hand luggage", changed, StringComparison.Ordinal);
        Assert.Contains(company.Stage.Told("ana"), told => told.Reads.Contains("Only curators can drop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_4_the_edition_stands_once_says_what_it_could_not_hear_and_nothing_of_a_stranger_rings(string platform)
    {
        await using var company = await Company.OnAsync(platform);
        var edition = Editions.OrdinaryEdition();
        const string Hostile = "<!channel> <at>Ana</at> @here [free flights](https://evil.example) <https://evil.example|look>";
        await company.PublishAsync(edition with { TouchPoints = [.. edition.TouchPoints.Select(point => point.Rank == 5 ? point with { Quote = point.Quote with { Text = Hostile } } : point)] });
        await company.PublishAsync(edition);

        var standing = company.Stage.In(company.Stage.Executives);
        Assert.Equal(11, standing.Count);
        Assert.Contains("reddit", standing[0].Reads, StringComparison.OrdinalIgnoreCase);
        Assert.All(edition.TouchPoints, point => Assert.Contains(point.Headline, standing[0].Reads, StringComparison.Ordinal));
        Assert.All(standing, message => Assert.Equal(0, message.Rings));
        Assert.Equal(11, company.Stage.In(company.Stage.Finance).Count);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_5_a_connection_lost_after_sending_leaves_one_edition(string platform)
    {
        await using var company = await Company.OnAsync(platform);
        company.Stage.DropsNextPost();
        await company.PublishAsync(Editions.OrdinaryEdition());

        Assert.Single(company.Stage.In(company.Stage.Executives), message => message.Reads.Contains("Booking page lost payments", StringComparison.Ordinal) && message.Reads.Contains("Lounge staff praised", StringComparison.Ordinal));
        if (platform == "slack")
            return;
        // Teams cannot be asked (decisions.md 13): one question to the curators, and the answer settles it.
        var question = Assert.Single(company.Stage.In(company.Stage.Curators));
        await company.Stage.PressesAsync("cleo", question, "It is there");
        Assert.Single(company.Stage.In(company.Stage.Executives), message => message.Reads.Contains("Booking page lost payments", StringComparison.Ordinal) && message.Reads.Contains("Lounge staff praised", StringComparison.Ordinal));
        Assert.Contains(company.Stage.In(company.Stage.Executives), message => message.Reads.Contains("App logs people out", StringComparison.Ordinal) && !message.Reads.Contains("Lounge staff", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_6_a_picked_suggestion_is_somebodys_who_hears_of_it_and_everybody_sees_it(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.FillsAsync(
            "ana", await company.MessageAsync(2), "Act on this", ("measure", "bookings completed"), ("direction", "up"), ("due", "2026-12-01"), ("owner", "@eve"));

        var state = await company.StateOfAsync(2);
        Assert.Equal(("Eve", "Ana", "bookings completed up", new DateOnly(2026, 12, 1)), (state.Owner, state.PickedBy, state.Expected, state.Due));
        var told = Assert.Single(company.Stage.Told("eve"));
        Assert.Contains("Ana picked this", told.Reads, StringComparison.Ordinal);
        Assert.Contains("Done", told.Buttons);
        foreach (var audience in company.Digest.Audiences)
            Assert.Contains("Eve", (await company.MessageAsync(2, audience)).Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_7_reactions_claim_and_free_again(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.ReactsAsync("ben", await company.MessageAsync(3), "👀");
        Assert.Equal("Ben", (await company.StateOfAsync(3)).Owner);
        Assert.Contains("Ben", (await company.MessageAsync(3)).Reads, StringComparison.Ordinal);

        await company.Stage.TakesBackAsync("ben", await company.MessageAsync(3), "👀");
        Assert.Equal(TouchPointState.None, await company.StateOfAsync(3));
        Assert.DoesNotContain("Ben", (await company.MessageAsync(3)).Reads, StringComparison.Ordinal);

        await company.Stage.ReactsAsync("dev", await company.MessageAsync(0), "3️⃣");
        Assert.Equal("Dev", (await company.StateOfAsync(3)).Owner);
        Assert.Empty(company.Stage.Told("ben"));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_8_of_two_who_claim_the_first_has_it_and_the_second_may_join(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.ReactsAsync("ana", await company.MessageAsync(5), "👀");
        await company.Stage.ReactsAsync("ben", await company.MessageAsync(5), "👀");

        Assert.Equal("Ana", (await company.StateOfAsync(5)).Owner);
        var offer = Assert.Single(company.Stage.Told("ben"));
        Assert.Contains("Ana has number 5", offer.Reads, StringComparison.Ordinal);
        await company.Stage.PressesAsync("ben", offer, "Add me");
        Assert.Equal([company.Stage.PersonId("ben")], (await company.FollowUpAsync(1)).Helpers);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_9_who_may_not_pick_hears_it_in_private_and_the_audit_keeps_it(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        var before = (await company.AuditAsync()).Count;
        await company.Stage.ReactsAsync("max", await company.MessageAsync(2), "💡");

        Assert.Null((await company.StateOfAsync(2)).PickedBy);
        Assert.Contains("Only executives can pick. Ask Ana or Ben.", Assert.Single(company.Stage.Told("max")).Reads, StringComparison.Ordinal);
        var line = (await company.AuditAsync())[0];
        Assert.Equal((before + 1, company.Stage.PersonId("max"), "pick", "refused: not allowed", "reaction"), ((await company.AuditAsync()).Count, line.By, line.Verb, line.Result, line.Through));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_10_thanks_count_once_a_person_and_stand_on_the_message(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.PressesAsync("ana", await company.MessageAsync(4), "Thank");
        await company.Stage.ReactsAsync("ana", await company.MessageAsync(4), "👏");
        await company.Stage.ReactsAsync("max", await company.MessageAsync(4), "👏");
        Assert.Equal(2, (await company.StateOfAsync(4)).Kudos);
        Assert.Contains("2", (await company.MessageAsync(4)).Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_11_what_is_shared_can_be_looked_at_first_and_legal_matters_stay(string platform)
    {
        await using var company = await Company.OnAsync(platform);
        var edition = Editions.OrdinaryEdition();
        await company.PublishAsync(edition with { TouchPoints = [.. edition.TouchPoints.Select(point => point.Rank == 9 ? point with { Department = "Legal" } : point)] });
        var standing = company.Stage.In(company.Stage.Finance).Count;

        await company.Stage.SaysAsync("ben", "share 3 to finance");
        Assert.Equal(standing, company.Stage.In(company.Stage.Finance).Count);
        var preview = company.Stage.Told("ben")[^1];
        Assert.Contains("Refunds take longer", preview.Reads, StringComparison.Ordinal);
        await company.Stage.PressesAsync("ben", preview, "Share to finance");
        Assert.Equal(standing + 1, company.Stage.In(company.Stage.Finance).Count);

        await company.Stage.SaysAsync("ben", "share 9 to finance now");
        Assert.Equal(standing + 1, company.Stage.In(company.Stage.Finance).Count);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_12_every_command_of_the_table_is_answered_to_the_caller_alone(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        var open = company.Stage.In(company.Stage.Executives).Count;
        foreach (var (typed, answer) in new[]
        {
            ("", "Lounge staff praised"), ("issues", "App logs people out"), ("mine", "You owe nothing"), ("week 2026-W46", "Booking page"), ("assign 4 @dev by friday", "Dev"),
            ("search refund", "No mention has all these words"), ("scoreboard", "taken"), ("help", "assign 3"), ("isues", "Did you mean 'issues'?"),
        })
        {
            await company.Stage.SaysAsync("ana", typed);
            Assert.Contains(answer, company.Stage.Told("ana")[^1].Reads, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(open, company.Stage.In(company.Stage.Executives).Count);
        Assert.Equal((company.Stage.PersonId("dev"), new DateOnly(2026, 11, 27)), ((await company.FollowUpAsync(1)).Owner, (await company.FollowUpAsync(1)).Due));
        Assert.Contains("Crew on AC 418", Assert.Single(company.Stage.Told("dev")).Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_13_evidence_opens_from_the_message_and_not_useful_takes_a_reason(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.OpensAsync("ben", await company.MessageAsync(2), "Evidence");
        await company.Stage.FillsAsync("ben", await company.MessageAsync(9), "Not useful...", ("reason", "old"), ("words", "we fixed that in May"));

        var feedback = await company.Store.ReadAsync<ITeachings, IReadOnlyList<Core.Ranking.Feedback>>(teachings => teachings.FeedbackAsync("weekly", default, default));
        Assert.Equal("story:9", Assert.Single(feedback).StoryKey);
        Assert.Contains("we fixed that in May", feedback[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_14_a_nominated_message_waits_for_a_curator(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        await company.Stage.NominatesAsync("max", "Marta at the desk saved our holiday, thank you!");

        var waits = company.Stage.In(company.Stage.Curators)[^1];
        Assert.Contains("Marta at the desk", waits.Reads, StringComparison.Ordinal);
        await company.Stage.PressesAsync("cleo", waits, waits.Buttons[0]);
        await company.Stage.SaysAsync("cleo", "search Marta");
        Assert.Contains("saved our holiday", company.Stage.Told("cleo")[^1].Reads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task Step_15_an_event_that_arrives_three_times_has_one_effect(string platform)
    {
        await using var company = await Company.WithEditionOnAsync(platform);
        var before = (await company.AuditAsync()).Count;
        await company.Stage.ReactsThreeTimesAsync("dev", await company.MessageAsync(3), "👀");
        Assert.Equal(before + 1, (await company.AuditAsync()).Count);
        Assert.Equal("Dev", (await company.StateOfAsync(3)).Owner);
    }
}
