using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Conversations;

/// <summary>The app is added, removed, and its channels change under it.</summary>
public sealed class TheLifeOfTheApp : IAsyncLifetime
{
    private TeamsRoom _room = null!;

    public async Task InitializeAsync() => _room = await TeamsRoom.OpenAsync();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Makes_the_first_who_adds_it_admin_and_curator_and_nobody_after_them()
    {
        await _room.HearsAsync(_room.Max.InstallsIn(FakeTenant.Finance), _room.Dev.Installs());

        Assert.Equal(Roles.Admin | Roles.Curator, (await KnownAsync(_room.Max))!.Person.Roles);
        Assert.Equal(Roles.Anyone, (await KnownAsync(_room.Dev))?.Person.Roles ?? Roles.Anyone);
    }

    [Fact]
    public async Task Makes_no_guest_an_admin_even_while_nobody_can_say_who_they_are()
    {
        var installed = _room.Max.Installs();
        installed.Body["from"]!["tenantId"] = "99999999-9999-4999-8999-999999999999";
        await _room.HearsAsync(installed);

        Assert.Equal(Roles.Anyone, (await KnownAsync(_room.Max))?.Person.Roles ?? Roles.Anyone);
    }

    [Fact]
    public async Task Greets_whoever_adds_it_for_themselves_once_though_Teams_tells_of_it_twice()
    {
        await _room.HearsAsync(_room.Max.InstallsIn(FakeTenant.Finance));
        var (installed, again) = (_room.Dev.Installs(), _room.Dev.Activity("conversationUpdate", _room.Tenant.PersonalOf(_room.Dev.Member.Mri)!));
        again.Body["membersAdded"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["id"] = FakeTeams.Bot });
        await _room.HearsAsync(installed, again, installed);
        await SendAsync();

        Assert.Contains("Say help", Assert.Single(_room.Tenant.Direct(_room.Dev)).Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remembers_the_channel_that_was_chosen_while_installing()
    {
        await _room.HearsAsync(_room.Max.InstallsIn(FakeTenant.Elsewhere));
        Assert.Equal(FakeTenant.Elsewhere, (await PlaceAsync(FakeTenant.Elsewhere))!.Conversation);
    }

    [Theory]
    [InlineData("channelDeleted", "was deleted. Choose another channel")]
    [InlineData("teamArchived", "Unarchive it")]
    [InlineData("teamDeleted", "Choose another channel")]
    public async Task Tells_a_curator_once_when_nothing_can_be_sent_to_a_channel_any_more_and_sends_nothing_there(string eventType, string nextStep)
    {
        await _room.HearsAsync(_room.Cleo.Says("mine"), _room.Ana.Mentions(TeamsRoom.Finance, "help"));
        var happened = _room.Tenant.Office.Update(eventType, TeamsRoom.Finance);
        await _room.HearsAsync(happened, happened);

        var word = Assert.Single(await ToldAsync(_room.Cleo), told => told.Contains("(finance)", StringComparison.Ordinal));
        Assert.Contains(nextStep, word, StringComparison.Ordinal);
        await RequestAsync(Office.Note("later", TeamsRoom.Finance, "teams"));
        var before = _room.Teams.Calls.Count(call => call.Operation is "send" or "create" && call.Body?.ToJsonString().Contains(TeamsRoom.Finance, StringComparison.Ordinal) == true);
        await SendAsync();
        Assert.Equal(before, _room.Teams.Calls.Count(call => call.Operation is "send" or "create" && call.Body?.ToJsonString().Contains(TeamsRoom.Finance, StringComparison.Ordinal) == true));
        Assert.Equal(DeliveryState.Dead, (await FindAsync("later", TeamsRoom.Finance))!.State);
    }

    [Theory]
    [InlineData("channelDeleted", "channelRestored")]
    [InlineData("teamArchived", "teamUnarchived")]
    [InlineData("teamDeleted", "teamRestored")]
    public async Task Sends_again_when_the_channel_is_back(string gone, string back)
    {
        await _room.HearsAsync(_room.Ana.Mentions(TeamsRoom.Finance, "help"));
        await _room.HearsAsync(_room.Tenant.Office.Update(gone, TeamsRoom.Finance));
        await _room.HearsAsync(_room.Tenant.Office.Update(back, TeamsRoom.Finance));
        await RequestAsync(Office.Note("later", TeamsRoom.Finance, "teams"));
        await SendAsync();

        Assert.Equal(DeliveryState.Sent, (await FindAsync("later", TeamsRoom.Finance))!.State);
    }

    [Fact]
    public async Task Says_that_nothing_is_to_be_done_when_a_channel_gets_another_name()
    {
        await _room.HearsAsync(_room.Cleo.Says("mine"), _room.Ana.Mentions(TeamsRoom.Finance, "help"), _room.Tenant.Office.Renames(TeamsRoom.Finance, "Money"));
        Assert.Contains(await ToldAsync(_room.Cleo), told => told.Contains("is now called Money. There is nothing to do", StringComparison.Ordinal));
        Assert.Equal("Money", (await PlaceAsync(TeamsRoom.Finance))!.Name);
    }

    [Fact]
    public async Task Says_nothing_about_channels_that_no_digest_goes_to_and_about_people_who_come_and_go()
    {
        await _room.HearsAsync(_room.Cleo.Says("mine"), _room.Ana.Mentions(FakeTenant.Everybody, "help"));
        var before = (await ToldAsync(_room.Cleo)).Count;
        await _room.HearsAsync(
            _room.Tenant.Office.Deletes(FakeTenant.Everybody), _room.Tenant.Office.Members("teamMemberAdded", _room.Max.Member.Mri),
            _room.Tenant.Office.Members("teamMemberRemoved", _room.Max.Member.Mri), _room.Tenant.Office.Update("somethingNew", TeamsRoom.Finance));
        Assert.Equal(before, (await ToldAsync(_room.Cleo)).Count);
        Assert.Equal(0, await _room.SetAsideAsync());
    }

    [Fact]
    public async Task Sends_nothing_to_a_person_who_has_removed_it_until_they_add_it_again()
    {
        await _room.HearsAsync(_room.Dev.Says("mine"), _room.Dev.Uninstalls());
        await RequestAsync(Office.Note("1", _room.Dev.Id, "teams"));
        await SendAsync();
        Assert.Equal(DeliveryState.Dead, (await FindAsync("1", _room.Dev.Id))!.State);

        await _room.HearsAsync(_room.Dev.Installs());
        await RequestAsync(Office.Note("2", _room.Dev.Id, "teams"));
        await SendAsync();
        Assert.Equal(DeliveryState.Sent, (await FindAsync("2", _room.Dev.Id))!.State);
    }

    [Fact]
    public async Task Is_gone_with_its_data_after_the_set_days_when_the_last_place_has_removed_it()
    {
        await _room.HearsAsync(_room.Ana.InstallsIn(TeamsRoom.Executives), _room.Ana.Mentions(TeamsRoom.Executives, "help"), _room.Ben.Says("mine"));
        await RequestAsync(Office.Note("waiting", _room.Ben.Id, "teams"));
        await _room.HearsAsync(_room.Ben.Uninstalls());
        Assert.Null((await InstallationAsync())!.RemovedAt);

        await _room.HearsAsync(_room.Ana.UninstallsIn(TeamsRoom.Executives));
        Assert.NotNull((await InstallationAsync())!.RemovedAt);
        Assert.All((string[])[TeamsRoom.Executives, _room.Ana.Id, _room.Ben.Id], place => Assert.NotNull(PlaceAsync(place).Result!.Obstacle));
        Assert.Equal(DeliveryState.Dead, (await FindAsync("waiting", _room.Ben.Id))!.State);

        var removed = _room.Store.Services.GetRequiredService<RemovedWorkspaces>();
        _room.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(0, await removed.DeleteDueAsync(default));
        _room.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await removed.DeleteDueAsync(default));
        Assert.Null(await PlaceAsync(TeamsRoom.Executives));
        Assert.Null(await KnownAsync(_room.Ben));
        Assert.Null(await FindAsync("waiting", _room.Ben.Id));
    }

    [Fact]
    public async Task Is_not_gone_when_the_last_person_removes_it_while_the_team_is_archived()
    {
        await _room.HearsAsync(_room.Ana.InstallsIn(TeamsRoom.Executives), _room.Ben.Says("mine"));
        await _room.HearsAsync(_room.Tenant.Office.Update("teamArchived", TeamsRoom.Executives), _room.Ben.Uninstalls());
        Assert.Null((await InstallationAsync())!.RemovedAt);
    }

    [Fact]
    public async Task Sends_again_to_a_channel_that_had_refused_once_somebody_there_talks_to_it()
    {
        await _room.HearsAsync(_room.Ana.Mentions(TeamsRoom.Finance, "help"));
        _room.Teams.Faults.Next("create", FakeTeamsFault.Blocked);
        await RequestAsync(Office.Note("refused", TeamsRoom.Finance, "teams"));
        await SendAsync();
        Assert.NotNull((await PlaceAsync(TeamsRoom.Finance))!.Obstacle);

        await _room.HearsAsync(_room.Ana.Mentions(TeamsRoom.Finance, "help"));
        await RequestAsync(Office.Note("later", TeamsRoom.Finance, "teams"));
        await SendAsync();
        Assert.Equal(DeliveryState.Sent, (await FindAsync("later", TeamsRoom.Finance))!.State);
    }

    [Fact]
    public async Task Understands_what_happened_beside_entries_of_a_list_that_say_nothing()
    {
        var update = _room.Ana.Activity("conversationUpdate", _room.Tenant.Places[TeamsRoom.Finance]);
        update.Body["membersAdded"] = new System.Text.Json.Nodes.JsonArray(null, new System.Text.Json.Nodes.JsonObject { ["id"] = FakeTeams.Bot });
        update.Body["membersRemoved"] = new System.Text.Json.Nodes.JsonArray((System.Text.Json.Nodes.JsonNode?)null);
        await _room.HearsAsync(update);

        Assert.Empty(await _room.PendingAsync());
        Assert.NotNull(await InstallationAsync());
    }

    [Fact]
    public async Task Forgets_one_person_who_removed_it_where_others_keep_it()
    {
        await _room.HearsAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"), _room.Dev.Says("mine"), _room.Dev.Uninstalls());
        _room.Clock.Advance(TimeSpan.FromDays(15));
        await _room.Store.Services.GetRequiredService<RemovedWorkspaces>().DeleteDueAsync(default);

        Assert.Null(await PlaceAsync(_room.Dev.Id));
        Assert.NotNull(await PlaceAsync(TeamsRoom.Executives));
    }

    [Fact]
    public async Task Comes_back_with_nothing_lost_when_it_is_added_again_in_time()
    {
        await _room.HearsAsync(_room.Ana.InstallsIn(TeamsRoom.Executives), _room.Ana.UninstallsIn(TeamsRoom.Executives));
        await _room.HearsAsync(_room.Ana.InstallsIn(TeamsRoom.Executives));
        _room.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await _room.Store.Services.GetRequiredService<RemovedWorkspaces>().DeleteDueAsync(default));
        Assert.Null((await PlaceAsync(TeamsRoom.Executives))!.UnreachableSince);
    }

    private Task<Installation?> InstallationAsync() => _room.Store.ReadAsync((IInstallations all) => all.FindAsync("teams", "", default));

    private Task<KnownConversation?> PlaceAsync(string place) => _room.Store.ReadAsync((IConversations all) => all.FindAsync("teams", place, default));

    private Task<KnownPerson?> KnownAsync(FakeColleague person) => _room.Store.ReadAsync((IKnownPeople people) => people.FindAsync($"teams:{person.Id}", default));

    private Task<Delivery?> FindAsync(string part, string channel) =>
        _room.Store.ReadAsync((IOutbox outbox) => outbox.FindAsync(Office.Note(part, channel, "teams").Key, default));

    private async Task<IReadOnlyList<string>> ToldAsync(FakeColleague person) =>
        [.. (await _room.Store.ReadAsync((IOutbox outbox) => outbox.InStateAsync(DeliveryState.Waiting, 100, default)))
            .Where(delivery => delivery.Channel == person.Id && delivery.Text is not null).Select(delivery => delivery.Text!.Text)];

    private Task RequestAsync(Delivery delivery) => _room.Store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(delivery));

    private Task SendAsync() => _room.Store.Services.GetRequiredService<Dispatcher>().DrainAsync(default, default);
}
