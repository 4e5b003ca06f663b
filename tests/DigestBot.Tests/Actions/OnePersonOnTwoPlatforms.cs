using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Settings;
using DigestBot.Tests.Platforms.Teams;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Actions;

/// <summary>A company that is on Slack and on Teams: who is on both is one person, with one list.</summary>
public sealed class OnePersonOnTwoPlatforms : IAsyncLifetime
{
    private const string SlackAna = "slack:U0ANA";
    private static readonly string TeamsAna = $"teams:{FakeTenant.ObjectIdOf("ana")}";

    private FakeSlack _slack = null!;
    private FakeTeams _teams = null!;
    private TestStore _store = null!;
    private FakeClock _clock = null!;

    public async Task InitializeAsync()
    {
        _clock = FakeClock.OnMonday();
        (_slack, _teams) = (await FakeSlack.StartAsync(_clock), await FakeTeams.StartAsync(_clock));
        await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _slack.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Is_who_was_met_first_and_reached_where_they_ask()
    {
        var first = await FindAsync(SlackAna);
        Later();
        var second = await FindAsync(TeamsAna);

        Assert.Equal((SlackAna, "slack"), (first!.Id, first.Platform));
        Assert.Equal((SlackAna, "teams"), (second!.Id, second.Platform));
    }

    [Fact]
    public async Task Stays_who_they_were_met_as_though_it_was_on_the_other_platform()
    {
        Assert.Equal(TeamsAna, (await FindAsync(TeamsAna))!.Id);
        Later();
        Assert.Equal(TeamsAna, (await FindAsync(SlackAna))!.Id);
    }

    [Fact]
    public async Task May_on_both_what_was_granted_on_one()
    {
        await _store.CommitAsync(services => services.GetRequiredService<IKnownPeople>().Grant(SlackAna, Roles.Curator));
        await FindAsync(SlackAna);
        Assert.Equal(Roles.Curator, (await FindAsync(TeamsAna))!.Roles);
        Assert.Equal([SlackAna], (await WithRoleAsync(Roles.Curator)).Select(person => person.Id).Where(id => !id.StartsWith("terminal:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task May_on_both_what_the_settings_say_of_one_of_their_ids()
    {
        await OpenAsync(("People:0:Id", SlackAna), ("People:0:Name", "Ana Castillo"), ("People:0:Roles", "Executive"));
        await FindAsync(SlackAna);
        Later();
        var ana = await FindAsync(TeamsAna);
        Assert.Equal((SlackAna, "Ana Castillo", Roles.Executive), (ana!.Id, ana.Name, ana.Roles));
    }

    [Fact]
    public async Task Is_whom_the_administrators_map_names_whatever_addresses_they_have()
    {
        _slack.Workspace.ChangeUser("U0ANA", user => user with { Email = "ana.private@example.com" });
        await OpenAsync(("People:0:Id", SlackAna), ("People:0:Name", "Ana"), ("People:0:Roles", "Executive"), ("People:0:Accounts:0", TeamsAna));
        Assert.Equal(TeamsAna, $"teams:{(await FindAsync(TeamsAna))!.Channel}");
        Assert.Equal(SlackAna, (await FindAsync(TeamsAna))!.Id);
        Assert.Equal(Roles.Executive, (await FindAsync(TeamsAna))!.Roles);
    }

    [Fact]
    public async Task Is_reached_in_Teams_when_Slack_has_thrown_the_bot_out_and_the_other_way_round()
    {
        await FindAsync(SlackAna);
        Later();
        await FindAsync(TeamsAna);
        var installed = await _store.ReadAsync((IInstallations all) => all.FindAsync("slack", "", default));
        await _store.CommitAsync(services => services.GetRequiredService<IInstallations>().Save(installed!.Next() with { RemovedAt = _clock.GetUtcNow() }));
        var ana = await FindAsync(SlackAna);
        Assert.Equal((SlackAna, "teams"), (ana!.Id, ana.Platform));

        await _store.CommitAsync(services => services.GetRequiredService<IConversations>().Lost("teams", FakeTenant.ObjectIdOf("ana"), _clock.GetUtcNow(), "blocked"));
        Assert.Equal("slack", (await FindAsync(SlackAna))!.Platform); // neither: where they were asked for
    }

    [Fact]
    public async Task Is_found_by_name_from_either_side()
    {
        await FindAsync(SlackAna);
        Later();
        await FindAsync(TeamsAna);
        foreach (var circle in new[] { "slack", "teams", null })
            Assert.Equal(SlackAna, (await _store.Services.GetRequiredService<IPeople>().NamedAsync("@ana", circle, default))?.Id);
    }

    [Fact]
    public async Task Is_nobody_elses_twin_who_is_a_guest_with_the_same_address()
    {
        await FindAsync(SlackAna);
        var guest = _teams.Tenant.AddPerson("mallory", "ana@acme.example", isGuest: true);
        _teams.Tenant.Change(FakeTenant.Executives, place => place with { Members = [.. place.Members, guest.Mri] });
        await _store.Services.GetRequiredService<TeamsConversations>().NoteAsync(TeamsOffice.Read(_teams.Tenant.Person("mallory").Mentions(FakeTenant.Executives, "help")), default);
        var found = await FindAsync($"teams:{guest.ObjectId}");
        Assert.Equal(($"teams:{guest.ObjectId}", true), (found!.Id, found.IsGuest));
    }

    [Theory]
    [InlineData("People:0:Accounts:0", "ana", "must be platform:id")]
    [InlineData("People:0:Accounts:0", "slack:U0BEN", "'slack:U0BEN' is named twice")]
    public void Is_refused_where_the_map_makes_no_sense(string key, string value, string fault)
    {
        var settings = Settings(("Brand:Name", "Acme"), ("People:0:Id", SlackAna), ("People:0:Name", "Ana"), ("People:1:Id", "slack:U0BEN"), ("People:1:Name", "Ben"), (key, value));
        Assert.Contains(SettingsCheck.Faults(settings), told => told.Contains(fault, StringComparison.Ordinal));
    }

    private Task<Person?> FindAsync(string id) => _store.Services.GetRequiredService<IPeople>().FindAsync(id, default);

    private Task<IReadOnlyList<Person>> WithRoleAsync(Roles role) => _store.Services.GetRequiredService<IPeople>().WithRoleAsync(role, default);

    private void Later() => _clock.Advance(TimeSpan.FromMinutes(5));

    private async Task OpenAsync(params (string Key, string Value)[] settings)
    {
        if (_store is not null)
            await _store.DisposeAsync();
        var configuration = Settings(
        [
            ("Slack:SigningSecret", FakeSlack.SigningSecret), ("Slack:BotToken", _slack.Workspace.BotToken), ("Slack:ApiBaseAddress", _slack.ApiBaseAddress.ToString()),
            ("Sources:0:Name", "any"), .. _teams.Settings.Select(pair => (pair.Key, pair.Value!)), .. settings,
        ]);
        _store = await TestStore.CreateAsync(services => services
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IConfiguration>(configuration)
            .AddSetupFile(new ConfigurationManager { ["Storage:Provider"] = "PostgreSQL" })
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new Core.Editions.Digests([Office.Digest]))
            .AddPublishing()
            .AddActions()
            .AddPeople(configuration)
            .AddSlack(configuration)
            .AddTeams(configuration));
        await _store.Services.GetRequiredService<TeamsConversations>().NoteAsync(TeamsOffice.Read(_teams.Tenant.Ben.Mentions(FakeTenant.Executives, "help")), default);
        await _store.Services.GetRequiredService<TeamsConversations>().NoteAsync(TeamsOffice.Read(_teams.Tenant.Ana.Says("mine")), default);
    }

    private static IConfigurationRoot Settings(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
