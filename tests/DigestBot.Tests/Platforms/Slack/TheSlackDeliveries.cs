using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack;

/// <summary>Exactly once, whatever happens between us and Slack.</summary>
public sealed class TheSlackDeliveries
{
    public static TheoryData<string, int> What_may_have_arrived => new()
    {
        { "drops before", 2 }, { "drops after", 1 }, { "500 before", 2 }, { "500 after", 1 }, { "fatal before", 2 }, { "fatal after", 1 },
        { "internal after", 1 }, { "garbage after", 1 }, { "too long after", 1 },
    };

    [Theory]
    [MemberData(nameof(What_may_have_arrived))]
    public async Task Stand_once_when_nobody_knows_whether_they_arrived(string what, int posts)
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("chat.postMessage", Fault(what));
        await office.RequestAsync(SlackOffice.Note("1"));

        await office.SendForAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("note 1", Assert.Single(office.Workspace.Messages("C0EXEC")).Text);
        Assert.Equal((posts, 1), (office.Slack.Count("chat.postMessage"), office.Slack.Count("conversations.history")));
        Assert.Equal(DeliveryState.Sent, (await office.FindAsync(SlackOffice.Note("1").Key))!.State);
    }

    [Theory]
    [MemberData(nameof(What_may_have_arrived))]
    public async Task Stand_once_when_the_process_is_killed_before_it_knows(string what, int posts)
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("chat.postMessage", Fault(what));
        await office.RequestAsync(SlackOffice.Note("1"));
        var taken = await office.TakeAsync();
        await office.Platform.PostAsync(new(taken.Key, taken.Channel, taken.Text!, null), default);

        await office.RestartAsync();
        await office.SendForAsync(TimeSpan.FromSeconds(5));

        Assert.Single(office.Workspace.Messages("C0EXEC"));
        Assert.Equal(posts, office.Slack.Count("chat.postMessage"));
    }

    [Fact]
    public async Task Stand_once_in_direct_messages_and_in_threads_too()
    {
        await using var office = await SlackOffice.OpenAsync();
        var direct = SlackOffice.Note("1", "U0EVE");
        var (head, reply) = (SlackOffice.Note("2"), SlackOffice.Note("3") with { ThreadOf = SlackOffice.Note("2").Key.ToString() });
        office.Slack.Faults.Always = OnceEach(FakeFault.DropsAfterStoring);
        foreach (var delivery in new[] { direct, head, reply })
            await office.RequestAsync(delivery);

        await office.SendForAsync(TimeSpan.FromSeconds(12));

        Assert.Equal("note 1", Assert.Single(office.Workspace.Direct("U0EVE")).Text);
        var first = Assert.Single(office.Workspace.Messages("C0EXEC"));
        Assert.Equal("note 3", Assert.Single(office.Workspace.Thread("C0EXEC", first.Ts)).Text);
    }

    [Fact]
    public async Task Are_found_again_and_changed_when_a_newer_version_is_due_by_then()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("chat.postMessage", FakeFault.DropsAfterStoring);
        await office.RequestAsync(SlackOffice.Note("1"));
        await office.SendForAsync(TimeSpan.Zero);
        await office.RequestAsync(SlackOffice.Note("1") with { Text = new("newer", []) });

        await office.SendForAsync(TimeSpan.FromSeconds(6));

        var message = Assert.Single(office.Workspace.Messages("C0EXEC"));
        Assert.Equal(("newer", 1), (message.Text, message.Updates));
    }

    [Fact]
    public async Task Wait_as_long_as_Slack_asks_and_are_not_looked_for()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("chat.postMessage", FakeFault.RateLimited(10));
        await office.RequestAsync(SlackOffice.Note("1"));

        await office.SendForAsync(TimeSpan.FromSeconds(8));
        Assert.Equal((1, 0), (office.Slack.Count("chat.postMessage"), office.Slack.Count("conversations.history")));

        await office.SendForAsync(TimeSpan.FromSeconds(4));
        Assert.Equal((2, 0), (office.Slack.Count("chat.postMessage"), office.Slack.Count("conversations.history")));
        Assert.Single(office.Workspace.Messages("C0EXEC"));
    }

    [Fact]
    public async Task Go_out_later_when_Slack_cannot_be_reached_at_all()
    {
        var closed = await FakeSlack.StartAsync();
        var address = closed.ApiBaseAddress.ToString();
        await closed.DisposeAsync();
        await using var office = await SlackOffice.OpenAsync(("Slack:ApiBaseAddress", address));
        await office.RequestAsync(SlackOffice.Note("1"));

        await office.SendForAsync(TimeSpan.Zero);

        var delivery = (await office.FindAsync(SlackOffice.Note("1").Key))!;
        Assert.Equal((DeliveryState.Waiting, 0, 1), (delivery.State, delivery.Attempts, delivery.Postponed));
    }

    [Fact]
    public async Task Wait_while_Slack_cannot_be_asked_instead_of_being_sent_again()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("chat.postMessage", FakeFault.DropsAfterStoring);
        office.Slack.Faults.Next("conversations.history", FakeFault.RateLimited(3));
        await office.RequestAsync(SlackOffice.Note("1"));

        await office.SendForAsync(TimeSpan.FromSeconds(15));

        Assert.Single(office.Workspace.Messages("C0EXEC"));
        Assert.Equal(DeliveryState.Sent, (await office.FindAsync(SlackOffice.Note("1").Key))!.State);
    }

    [Theory]
    [InlineData("channel_not_found", "id under Digests:Audiences")]
    [InlineData("not_in_channel", "/invite @DigestBot")]
    [InlineData("is_archived", "archived")]
    [InlineData("restricted_action", "workspace admin")]
    [InlineData("msg_too_long", "Shorten")]
    [InlineData("missing_scope", "Add it at the app's page")]
    [InlineData("token_revoked", "Install the app again")]
    [InlineData("an_error_of_tomorrow", "an_error_of_tomorrow")]
    public async Task Are_given_up_with_the_next_step_when_Slack_refuses_for_good(string error, string nextStep)
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Faults.Next("chat.postMessage", FakeFault.Says(error));
        await office.RequestAsync(SlackOffice.Note("1"));

        await office.SendForAsync(TimeSpan.Zero);

        var delivery = (await office.FindAsync(SlackOffice.Note("1").Key))!;
        Assert.Equal(DeliveryState.Dead, delivery.State);
        Assert.Contains(nextStep, delivery.Failure!, StringComparison.Ordinal);
        Assert.Empty(office.Workspace.Messages("C0EXEC"));
    }

    [Fact]
    public async Task Name_the_scope_that_is_missing()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Workspace.Scopes.Remove("chat:write");
        await office.RequestAsync(SlackOffice.Note("1"));

        await office.SendForAsync(TimeSpan.Zero);

        Assert.Contains("chat:write", (await office.FindAsync(SlackOffice.Note("1").Key))!.Failure!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("U0GONE", "no such person")]
    [InlineData("U0MAX", "switched off")]
    public async Task To_a_person_who_cannot_be_reached_are_given_up_with_words(string person, string words)
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Workspace.ChangeUser("U0MAX", max => max with { IsDeleted = true });
        await office.RequestAsync(SlackOffice.Note("1", person));

        await office.SendForAsync(TimeSpan.Zero);

        var delivery = (await office.FindAsync(SlackOffice.Note("1", person).Key))!;
        Assert.Equal(DeliveryState.Dead, delivery.State);
        Assert.Contains(words, delivery.Failure!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_never_too_early_for_a_channels_one_message_a_second()
    {
        await using var office = await SlackOffice.OpenAsync();
        office.Slack.Limits.BetweenPosts = TimeSpan.FromSeconds(1);
        foreach (var part in new[] { "1", "2", "3", "4" })
            await office.RequestAsync(SlackOffice.Note(part));

        await office.SendForAsync(TimeSpan.FromSeconds(6));

        Assert.Equal(["note 1", "note 2", "note 3", "note 4"], office.Workspace.Messages("C0EXEC").Select(message => message.Text));
        Assert.Equal(0, office.Slack.Limits.Refused);
    }

    // Every kind of mishap at any call, and a process that is killed now and then; each seed is another bad day.
    [Theory]
    [MemberData(nameof(Bad_days))]
    public async Task Stand_once_each_on_a_day_on_which_everything_goes_wrong(int seed)
    {
        await using var office = await SlackOffice.OpenAsync();
        var luck = new Random(seed);
        office.Slack.Faults.Always = call => call.Method is "chat.postMessage" or "conversations.history" or "conversations.replies" or "conversations.open" ? Mishap(luck) : null;
        var (heads, replies, directs) = (Notes("head", 6), Notes("reply", 6), Notes("direct", 4));
        foreach (var (head, reply) in heads.Zip(replies))
        {
            await office.RequestAsync(head);
            await office.RequestAsync(reply with { ThreadOf = head.Key.ToString() });
        }
        foreach (var (direct, person) in directs.Zip(["U0ANA", "U0BEN", "U0EVE", "U0DEV"]))
            await office.RequestAsync(direct with { Channel = person });

        for (var hour = 0; hour < 12; hour++)
        {
            await office.SendForAsync(TimeSpan.FromSeconds(60));
            if (luck.Next(3) == 0)
                await office.RestartAsync();
            if (hour < 6)
                continue;
            // From here on all is well; what was put off most often waits ten minutes before it is tried again.
            office.Slack.Faults.Always = _ => null;
            office.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(heads.Select(Text).Order(), office.Workspace.Messages("C0EXEC").Select(message => message.Text).Order());
        Assert.Equal(
            replies.Select(Text).Order(),
            office.Workspace.Messages("C0EXEC").SelectMany(head => office.Workspace.Thread("C0EXEC", head.Ts)).Select(message => message.Text).Order());
        Assert.Equal(
            directs.Select(Text).Order(),
            new[] { "U0ANA", "U0BEN", "U0EVE", "U0DEV" }.SelectMany(office.Workspace.Direct).Select(message => message.Text).Order());
    }

    public static TheoryData<int> Bad_days => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("FULL") == "1" ? 100 : 5)];

    private static IReadOnlyList<Delivery> Notes(string kind, int count) => [.. Enumerable.Range(1, count).Select(number => SlackOffice.Note($"{kind} {number}"))];

    private static string Text(Delivery delivery) => delivery.Text!.Text;

    private static FakeFault? Mishap(Random luck)
    {
        lock (luck)
        {
            return luck.Next(10) switch
            {
                0 => FakeFault.DropsBeforeStoring,
                1 => FakeFault.DropsAfterStoring,
                2 => FakeFault.RateLimited(luck.Next(1, 20)),
                3 => FakeFault.Status(500, isAfterStoring: luck.Next(2) == 0),
                4 => FakeFault.Says("internal_error", isAfterStoring: luck.Next(2) == 0),
                _ => null,
            };
        }
    }

    private static FakeFault Fault(string what) => what switch
    {
        "drops before" => FakeFault.DropsBeforeStoring,
        "drops after" => FakeFault.DropsAfterStoring,
        "500 before" => FakeFault.Status(500),
        "500 after" => FakeFault.Status(500, isAfterStoring: true),
        "fatal before" => FakeFault.Says("fatal_error"),
        "fatal after" => FakeFault.Says("fatal_error", isAfterStoring: true),
        "internal after" => FakeFault.Says("internal_error", isAfterStoring: true),
        "garbage after" => FakeFault.Body("<html>a proxy's page</html>", isAfterStoring: true),
        "too long after" => FakeFault.Body(new('x', SlackHttp.LongestAnswer + 1), isAfterStoring: true),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such fault."),
    };

    // Each message's first post goes wrong like this.
    private static Func<FakeCall, FakeFault?> OnceEach(FakeFault fault)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        return call => call.Method == "chat.postMessage" && met.Add(call.Text("text")) ? fault : null;
    }
}
