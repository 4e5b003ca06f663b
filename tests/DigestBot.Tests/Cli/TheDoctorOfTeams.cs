using System.Net;
using DigestBot.Cli;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace DigestBot.Tests.Cli;

/// <summary><c>doctor teams</c>: what is wrong between here and Teams, and what to do about it.</summary>
public sealed class TheDoctorOfTeams
{
    private const string Channel = FakeTenant.Executives;

    [Fact]
    public async Task Finds_nothing_wrong_where_all_is_well()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync();
        await store.CommitAsync(s => s.GetRequiredService<IConversations>().Note(Known(teams)));
        var (exit, said) = await VisitAsync(teams, store, Into(Channel));
        Assert.True(exit == 0, said);
        Assert.Contains($"teams app id: {FakeTeams.AppId}, of tenant {FakeTeams.TenantId}", said, StringComparison.Ordinal);
        Assert.Contains("teams token: Microsoft's login gives one for the secret", said, StringComparison.Ordinal);
        Assert.Contains("published; requests are checked with them", said, StringComparison.Ordinal);
        Assert.Contains("teams channel of weekly (executives): Executives,", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_with_the_readme_where_teams_is_not_configured()
    {
        await using var store = await TestStore.CreateAsync();
        var (exit, said) = await VisitAsync(store, []);
        Assert.Equal(1, exit);
        Assert.Contains("next: Follow the steps below \"Into Teams\" in the README", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_settings_to_look_at_when_the_login_refuses_and_never_prints_the_secret()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync();
        var (exit, said) = await VisitAsync(teams, store, "--Teams:AppSecret=of-somebody-else");
        Assert.Equal(1, exit);
        Assert.Contains("FAULT teams token: Microsoft's login gives none.", said, StringComparison.Ordinal);
        Assert.Contains("check Teams:AppSecret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("of-somebody-else", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_a_channel_becomes_reachable_that_teams_never_told_of()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync();
        var (exit, said) = await VisitAsync(teams, store, Into(Channel));
        Assert.Equal(1, exit);
        Assert.Contains($"FAULT teams channel of weekly (executives): Teams has not told yet how {Channel} is reached.", said, StringComparison.Ordinal);
        Assert.Contains("Add the app to its team", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looks_at_data_of_an_older_version_before_the_first_start_of_this_one()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync(schema: "20261122110000_Schema3");
        var (exit, said) = await VisitAsync(teams, store, Into(Channel));
        Assert.Equal(1, exit);
        Assert.Contains("nobody has written to it yet", said, StringComparison.Ordinal);
        Assert.Contains("Add the app to its team", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_why_nothing_can_be_sent_to_a_channel()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync();
        await store.CommitAsync(s => s.GetRequiredService<IConversations>().Note(Known(teams)));
        await store.CommitAsync(s => s.GetRequiredService<IConversations>().Lost("teams", Channel, DateTimeOffset.UnixEpoch, "The team is archived: restore it."));
        var (exit, said) = await VisitAsync(teams, store, Into(Channel));
        Assert.Equal(1, exit);
        Assert.Contains("Nothing can be sent there.", said, StringComparison.Ordinal);
        Assert.Contains("The team is archived: restore it.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_network_without_microsoft_from_a_wrong_secret()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync();
        var (exit, said) = await VisitAsync(teams, store, "--Teams:LoginAddress=http://127.0.0.1:1/", "--Teams:OpenIdMetadataAddress=http://127.0.0.1:1/keys");
        Assert.Equal(1, exit);
        Assert.Contains("Microsoft's login did not answer.", said, StringComparison.Ordinal);
        Assert.Contains("nothing would be let in", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "leads to the program")]
    [InlineData(HttpStatusCode.OK, "It takes requests without a token.")]
    [InlineData(HttpStatusCode.NotFound, "It knows no /api/messages.")]
    [InlineData(HttpStatusCode.BadGateway, "It answered with status 502")]
    public async Task Tries_from_outside_where_the_public_address_leads(HttpStatusCode status, string expected)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var store = await TestStore.CreateAsync();
        await using var front = await StubServer.StartAsync();
        front.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Path == "/api/messages" ? (int)status : 500;
            return context.Response.CompleteAsync();
        };
        Assert.Contains(expected, (await VisitAsync(store, Configured(teams), front.Address.ToString())).Said, StringComparison.Ordinal);
    }

    private static KnownConversation Known(FakeTeams teams) => new()
    {
        Platform = "teams", Workspace = "", Place = Channel, Conversation = Channel, Kind = ConversationKind.Channel,
        Service = teams.Tenant.ServiceUrl, Name = "Executives",
    };

    private static string[] Into(string channel) =>
        ["--Brand:Name=Acme Air", "--Digests:0:Audiences:0:Platform=teams", $"--Digests:0:Audiences:0:Channel={channel}"];

    private static Task<(int Exit, string Said)> VisitAsync(FakeTeams teams, TestStore store, params string[] settings) =>
        VisitAsync(store, [.. Configured(teams), .. settings]);

    // The published keys are fetched by the rules for every outgoing request.
    private static string[] Configured(FakeTeams teams) => ["--Outgoing:PrivateHosts:0=127.0.0.1", "--Outgoing:PlainHttpHosts:0=127.0.0.1", .. teams.Settings.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}")];

    private static async Task<(int Exit, string Said)> VisitAsync(TestStore store, string[] settings, string? url = null)
    {
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(said), ColorSystem = ColorSystemSupport.NoColors, Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        var exit = await DoctorCommand.RunTeamsAsync([$"--Storage:ConnectionString=Data Source={store.Location.File}", .. settings], url, console, CancellationToken.None);
        return (exit, said.ToString());
    }
}
