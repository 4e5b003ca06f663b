using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Settings.Setup;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

/// <summary>The same form as in Slack, opened by the same word.</summary>
public sealed class SettingUpInTeams
{
    [Fact]
    public async Task Is_offered_to_who_asks_for_it_and_begins_with_what_is_settled()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var form = await desk.OpensAsync(desk.Tenant.Cleo, "setup");
        Assert.Equal(["brand", "aliases", "competitors", "channel", "executives", "day", "time", "zone", "curators"], form.Inputs.Select(input => input.Text("id")));
        Assert.Equal((FakeTenant.Executives, "Monday", "08:00", "Europe/Paris", FakeTenant.Curators), (
            form.Input("channel").Text("value"), form.Input("day").Text("value"), form.Input("time").Text("value"), form.Input("zone").Text("value"), form.Input("curators").Text("value")));
        Assert.Equal(string.Join(',', [FakeTenant.ObjectIdOf("ana"), FakeTenant.ObjectIdOf("ben")]), form.Input("executives").Text("value"));
    }

    [Fact]
    public async Task Settles_what_was_chosen_and_writes_what_came_of_it()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var form = await desk.OpensAsync(desk.Tenant.Cleo, "setup");
        var sent = TeamsRoom.Read(desk.Submit(desk.Tenant.Cleo, form, ("brand", "Acme Air"), ("channel", FakeTenant.Everybody), ("time", "09:30"), ("executives", $"{FakeTenant.ObjectIdOf("dev")},{FakeTenant.ObjectIdOf("ana")}")));
        await desk.Room.KeepsAsync(sent);
        await desk.Room.WorksAsync();
        var word = Assert.Single(await desk.WaitingAsync(), delivery => delivery.Key.Purpose == DeliveryPurpose.Direct);
        Assert.Equal(FakeTenant.ObjectIdOf("cleo"), word.Channel);
        Assert.Contains($"\"Channel\": \"{FakeTenant.Everybody}\"", word.Text!.Text, StringComparison.Ordinal);
        Assert.Contains("\"Publish\": \"Monday 09:30\"", word.Text.Text, StringComparison.Ordinal);
        Assert.Contains("\"Platform\": \"teams\"", word.Text.Text, StringComparison.Ordinal);
        var executives = await desk.Room.Store.ReadAsync<IKnownPeople, IReadOnlyList<KnownPerson>>(people => people.WithRoleAsync(Roles.Executive, default));
        Assert.Equal(new[] { "ana", "dev" }.Select(name => $"teams:{FakeTenant.ObjectIdOf(name)}"), executives.Select(known => known.Person.Id));
    }

    [Theory]
    [InlineData("zone", "Europe/Pari", "I do not know this time zone. Did you mean Europe/Paris?")]
    [InlineData("aliases", "AcmeAir, x", "\"x\" must have 2 to 80 characters. Put commas between names.")]
    [InlineData("time", "25:00", "Please choose a time.")]
    [InlineData("executives", "99999999-9999-4999-8999-999999999999", "I cannot reach this person. Please choose somebody of your company; they may have to add DigestBot in Teams first.")]
    [InlineData("channel", FakeTenant.Elsewhere, "I am not in this channel. Please choose another one, or add me there first.")]
    public async Task Says_above_the_field_what_is_wrong(string field, string value, string words)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var form = await desk.OpensAsync(desk.Tenant.Cleo, "setup");
        Assert.Equal(words, (await desk.SubmitsAsync(desk.Tenant.Cleo, form, ("brand", "Acme Air"), (field, value))).FaultAt(field));
    }

    [Fact]
    public async Task Is_not_for_whoever_installs_it_first_where_the_settings_name_an_admin_of_whom_Teams_has_not_told_yet()
    {
        await using var room = await TeamsRoom.BeforeAnyEditionAsync(TeamsRoom.Digest, ("People:5:Id", "boss@acme.example"), ("People:5:Roles", "Admin"));
        await room.HearsAsync(room.Dev.Installs());
        var dev = await room.Store.ReadAsync<IKnownPeople, KnownPerson?>(people => people.FindAsync($"teams:{room.Dev.Id}", default));
        Assert.Equal(Roles.Anyone, dev?.Person.Roles ?? Roles.Anyone);
    }

    [Fact]
    public async Task Is_refused_to_others_and_a_forged_form_does_nothing_but_leave_a_line()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        Assert.Equal("Only an admin can set me up. That is whoever installed me, and people whom the settings name as Admin.", (await desk.OpensAsync(desk.Tenant.Max, "setup")).Message);
        var form = await desk.OpensAsync(desk.Tenant.Cleo, "setup");
        await desk.Room.KeepsAsync(TeamsRoom.Read(desk.Submit(desk.Tenant.Max, form, ("brand", "Acme Air"))));
        await desk.Room.WorksAsync();
        Assert.Empty(await desk.WaitingAsync());
        Assert.Equal(("setup", "NotAllowed"), (await desk.Room.AuditAsync()) is [var line] ? (line.Verb, line.Result) : default);
    }

    [Fact]
    public async Task Makes_the_first_who_installs_the_bot_its_admin_and_nobody_after()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await InstallAsync(desk, "dev");
        await InstallAsync(desk, "dev");
        await InstallAsync(desk, "max");
        var admins = await desk.Room.Store.ReadAsync<IKnownPeople, IReadOnlyList<KnownPerson>>(people => people.WithRoleAsync(Roles.Admin | Roles.Curator, default));
        Assert.Equal($"teams:{FakeTenant.ObjectIdOf("dev")}", Assert.Single(admins).Person.Id);
        Assert.Equal("Set up DigestBot", (await desk.OpensAsync(desk.Tenant.Dev, "setup")).Title);
    }

    [Fact]
    public async Task Asks_who_installed_it_once_where_nothing_is_set_up()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        foreach (var _ in new[] { 1, 2 })
            await StageAsync(desk, services => TeamsSetup.InstalledAsync(services, new("99999999-0000-4000-8000-000000000000", FakeTenant.ObjectIdOf("dev")), default));
        var word = Assert.Single(await desk.WaitingAsync());
        Assert.StartsWith("Hello, I am DigestBot.", word.Text!.Text, StringComparison.Ordinal);
        Assert.Equal(("99999999-0000-4000-8000-000000000000/" + FakeTenant.ObjectIdOf("dev"), "setup", true), (word.Channel, word.Text.Actions[0].Verb, word.Text.Actions[0].OpensDialog));
    }

    [Fact]
    public async Task Tells_what_the_channel_is_called_and_how_to_bring_the_bot_there()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var place = desk.Room.Store.Services.GetServices<ISetupPlace>().Single(known => known.Platform == TeamsAddress.Platform);
        Assert.Equal(new("all", false, true), await place.FindChannelAsync(FakeTenant.Everybody, default));
        Assert.Null(await place.FindChannelAsync(FakeTenant.Elsewhere, default));
        await desk.Room.Store.CommitAsync(services => services.GetRequiredService<IConversations>().Lost("teams", FakeTenant.Everybody, desk.Room.Clock.GetUtcNow(), "taken out"));
        Assert.Equal(new("all", false, false), await place.FindChannelAsync(FakeTenant.Everybody, default));
        Assert.Contains("Manage team", place.Invitation("all"), StringComparison.Ordinal);
    }

    private static Task InstallAsync(TeamsDesk desk, string name) => StageAsync(desk, services => TeamsSetup.InstalledAsync(services, new(null, FakeTenant.ObjectIdOf(name)), default));

    private static async Task StageAsync(TeamsDesk desk, Func<IServiceProvider, Task> stage)
    {
        await using var scope = desk.Room.Store.Scope();
        await stage(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(default);
    }
}
