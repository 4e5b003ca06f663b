using DigestBot.Core.Platforms;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams;

public sealed class TheTeamsPlatform : ChatPlatformContract, IAsyncLifetime
{
    private TeamsOffice _office = null!;

    private protected override IChatPlatform Platform => _office.Platform;

    private protected override string Channel => FakeTenant.Executives;

    private protected override bool CanTell => false;

    private FakeTenant Tenant => _office.Tenant;

    private FakeTeams Teams => _office.Teams;

    public async Task InitializeAsync() => _office = await TeamsOffice.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Begins_a_thread_with_the_edition_and_puts_every_touch_point_into_it()
    {
        var first = await PostedAsync(First());
        var point = await PostedAsync(Point(1, first));

        var edition = Assert.Single(Tenant.Messages(Channel), post => post.From == FakeTeams.Bot);
        Assert.Equal((first.Id, point.Id), (edition.Id, Assert.Single(Tenant.Thread(Channel, edition.Id)).Id));
    }

    [Fact]
    public async Task Sends_the_card_alone_with_what_a_notification_says_beside_it()
    {
        await PostedAsync(First());
        var edition = Tenant.Messages(Channel).Single(post => post.From == FakeTeams.Bot);

        Assert.False(edition.Activity.ContainsKey("text"));
        Assert.NotEmpty(edition.Summary);
        Assert.InRange(edition.Summary.Length, 20, 250);
        Assert.False(edition.Alerts); // a channel's own settings say who is told
        Assert.Contains(edition.Summary.TrimEnd('…'), edition.Card!["speak"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_the_chat_with_a_person_once_and_asks_for_an_alert_there()
    {
        var eve = FakeTenant.ObjectIdOf("eve");
        var posted = await PostedAsync(Note("1", eve));
        await PostedAsync(Note("2", eve));

        Assert.Equal(new PostedMessage("teams", eve, Tenant.Direct(Tenant.Eve)[0].Id), posted);
        Assert.All(Tenant.Direct(Tenant.Eve), post => Assert.True(post.Alerts));
        Assert.Equal(1, Teams.Calls.Count(call => call.Operation == "create" && call.Body!["members"] is not null));
    }

    [Fact]
    public async Task Changes_a_message_where_it_stands_in_a_channel_a_thread_and_a_chat()
    {
        var first = await PostedAsync(First());
        var point = await PostedAsync(Point(1, first));
        var direct = await PostedAsync(Note("1", FakeTenant.ObjectIdOf("eve")));

        foreach (var (posted, message) in new[] { (first, First()), (point, Point(1, first)), (direct, Note("1", direct.Channel) with { Content = new TextContent("changed", []) }) })
            Assert.Equal(new SendResult.Sent(posted), await Platform.UpdateAsync(posted, message, default));
        Assert.Equal("changed", Tenant.Direct(Tenant.Eve).Single().Reads.Split('\n')[0]);
        Assert.Equal([1, 1], Tenant.All(Channel).Where(post => post.From == FakeTeams.Bot).Select(post => post.Updates));
    }

    [Fact]
    public async Task Writes_to_a_group_chat_without_threads()
    {
        var first = await PostedAsync(First() with { Channel = FakeTenant.Board });
        await PostedAsync(Point(1, first) with { Channel = FakeTenant.Board });

        Assert.Equal([true, true], Tenant.Messages(FakeTenant.Board).Where(post => post.From == FakeTeams.Bot).Select(post => post.Alerts));
    }

    [Fact]
    public async Task Sends_a_smaller_card_where_Teams_finds_it_too_large()
    {
        Teams.LargestMessage = 6_000;
        await PostedAsync(First());

        var edition = Tenant.Messages(Channel).Single(post => post.From == FakeTeams.Bot);
        Assert.InRange(Teams.Calls.Last().Length, 500, 6_000);
        Assert.NotEmpty(edition.Reads);
    }

    [Fact]
    public async Task Does_not_know_whether_a_message_stands_whose_answer_was_lost()
    {
        foreach (var fault in new[]
        {
            FakeTeamsFault.DropsAfterStoring, FakeTeamsFault.DropsBeforeStoring, FakeTeamsFault.Page(502), FakeTeamsFault.Page(504, isAfterStoring: true),
            FakeTeamsFault.Says(500, "ServiceError"), FakeTeamsFault.Body("{}", isAfterStoring: true), FakeTeamsFault.Body("<html>", isAfterStoring: true),
        })
        {
            Teams.Faults.Next("create", fault);
            Assert.IsType<SendResult.Unknown>(await Platform.PostAsync(First(), default));
            Teams.Faults.Next("send", fault);
            Assert.IsType<SendResult.Unknown>(await Platform.PostAsync(Note("1", FakeTenant.Board), default));
        }
    }

    [Fact]
    public async Task Knows_that_nothing_stands_when_Teams_takes_no_more_just_now()
    {
        Teams.Faults.Next("send", FakeTeamsFault.RateLimited(7), FakeTeamsFault.Says(412, "PreconditionFailed"));
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SendResult.NotSent>(await Platform.PostAsync(Note("1", FakeTenant.Board), default)).RetryAfter);
        _office.Clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Null(Assert.IsType<SendResult.NotSent>(await Platform.PostAsync(Note("1", FakeTenant.Board), default)).RetryAfter);
        await PostedAsync(Note("1", FakeTenant.Board));
    }

    [Fact]
    public async Task Tries_a_person_who_has_blocked_it_no_more_until_they_write()
    {
        var eve = FakeTenant.ObjectIdOf("eve");
        await PostedAsync(Note("1", eve));
        Teams.Faults.Next("send", FakeTeamsFault.Blocked);
        var refused = Assert.IsType<SendResult.Refused>(await Platform.PostAsync(Note("2", eve), default));
        Assert.Contains("blocked", refused.Reason, StringComparison.Ordinal);

        var before = Teams.Calls.Count;
        Assert.IsType<SendResult.Refused>(await Platform.PostAsync(Note("3", eve), default));
        Assert.Equal(before, Teams.Calls.Count);

        await _office.HearsAsync(Tenant.Eve.Says("mine"));
        await PostedAsync(Note("4", eve));
    }

    [Fact]
    public async Task Waits_for_a_channel_that_it_does_not_know_yet()
    {
        var waiting = Assert.IsType<SendResult.NotSent>(await Platform.PostAsync(Note("1", FakeTenant.Elsewhere), default));
        Assert.Contains("add the DigestBot app", waiting.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_every_tenant_at_its_own_address()
    {
        await using var office = await TeamsOffice.OpenAsync(("Teams:TenantId", null));
        const string Globex = "33333333-3333-4333-8333-333333333333";
        office.Teams.Login.Authority = "botframework.com";
        var globex = office.Teams.AddTenant(Globex).WithCast();
        await office.HearsAsync(globex.Ana.Mentions(FakeTenant.Executives, "hello"));

        var posted = Assert.IsType<SendResult.Sent>(await office.Platform.PostAsync(Note("1", $"{Globex}/{FakeTenant.Executives}"), default));
        Assert.Equal($"{Globex}/{FakeTenant.Executives}", posted.Message.Channel);
        Assert.Single(globex.Messages(FakeTenant.Executives), post => post.From == FakeTeams.Bot);
        Assert.DoesNotContain(office.Tenant.Messages(FakeTenant.Executives), post => post.From == FakeTeams.Bot);
        Assert.IsType<SendResult.Sent>(await office.Platform.PostAsync(Note("2", $"{Globex}/{FakeTenant.ObjectIdOf("ben")}"), default));
        Assert.Single(globex.Direct(globex.Ben));
    }

    private static OutgoingMessage Note(string part, string channel) =>
        new(new(DeliveryPurpose.Direct, "weekly", Editions.Week, "somebody", part), channel, new TextContent($"note {part}", []), null);

    private async Task<PostedMessage> PostedAsync(OutgoingMessage message) =>
        Assert.IsType<SendResult.Sent>(await Platform.PostAsync(message, default)).Message;
}
