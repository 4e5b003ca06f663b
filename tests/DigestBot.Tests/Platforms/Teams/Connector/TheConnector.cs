using System.Globalization;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Connector;

/// <summary>The Connector's REST calls, against a Connector on loopback that refuses what the real one refuses.</summary>
public sealed class TheConnector : IAsyncLifetime
{
    private TeamsOffice _office = null!;

    private FakeTeams Teams => _office.Teams;

    private ConversationReference Executives => new(new(_office.Tenant.ServiceUrl), FakeTenant.Executives);

    public async Task InitializeAsync() => _office = await TeamsOffice.StrangeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Escapes_every_id_and_sends_json_in_utf8_without_nulls()
    {
        var first = Ok(await _office.Connector.SendAsync(Executives, Words("Grüße 日本 👍"), default)).Id!;
        await _office.Connector.SendAsync(Executives with { ConversationId = $"{FakeTenant.Executives};messageid={first}" }, Words("below"), default);

        var call = Teams.Calls.Last(one => one.Operation == "send");
        Assert.Contains($"/v3/conversations/19%3Aexec%40thread.tacv2%3Bmessageid%3D{first}/activities", call.Path, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal("Grüße 日本 👍", _office.Tenant.Messages(FakeTenant.Executives).Single().Text);
        Assert.Equal("below", _office.Tenant.Thread(FakeTenant.Executives, first).Single().Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Takes_a_service_address_with_or_without_its_last_slash(string end)
    {
        var service = new Uri(_office.Tenant.ServiceUrl.TrimEnd('/') + end);
        Ok(await _office.Connector.SendAsync(Executives with { ServiceUrl = service }, Words("hello"), default));
        Assert.DoesNotContain("//v3", Teams.Calls.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_bots_token_to_no_other_host()
    {
        await using var stranger = await FakeTeams.StartAsync();
        foreach (var address in new[] { stranger.Tenant.ServiceUrl, "https://smba.trafficmanager.net.evil.example/", "https://evil.example/smba.trafficmanager.net/", "http://smba.trafficmanager.net/" })
        {
            var failed = Assert.IsType<ConnectorAnswer<ResourceResponse>.Failed>(await _office.Connector.SendAsync(Executives with { ServiceUrl = new(address) }, Words("x"), default));
            Assert.Equal(ConnectorErrors.UntrustedService, failed.Code);
        }
        Assert.Empty(stranger.Calls);
        Assert.Equal(0, Teams.Count("token"));
    }

    [Fact]
    public async Task Fetches_one_token_for_many_calls_and_another_once_when_it_is_not_taken()
    {
        for (var call = 0; call < 3; call++)
            Ok(await _office.Connector.SendAsync(Executives, Words("hello"), default));
        Assert.Equal(1, Teams.Count("token"));

        Teams.Login.RevokeAll();
        Ok(await _office.Connector.SendAsync(Executives, Words("hello"), default));
        Assert.Equal((2, 4), (Teams.Count("token"), _office.Tenant.Messages(FakeTenant.Executives).Count));
    }

    [Fact]
    public async Task Asks_only_once_more_when_no_token_is_taken()
    {
        Teams.Faults.Always = call => call.Operation == "send" ? FakeTeamsFault.Says(401, "Unauthorized") : null;
        Assert.Equal(401, Assert.IsType<ConnectorAnswer<ResourceResponse>.Failed>(await _office.Connector.SendAsync(Executives, Words("x"), default)).Status);
        Assert.Equal((2, 2), (Teams.Count("token"), Teams.Count("send")));
    }

    [Theory]
    [InlineData(412, "RateLimited")]
    [InlineData(429, "RateLimited")]
    [InlineData(500, "NoAnswer")]
    [InlineData(502, "NoAnswer")]
    [InlineData(503, "NoAnswer")]
    [InlineData(504, "NoAnswer")]
    [InlineData(400, "Failed")]
    [InlineData(403, "Failed")]
    [InlineData(404, "Failed")]
    [InlineData(413, "Failed")]
    public async Task Never_sends_a_message_twice_whatever_status_comes(int status, string answer)
    {
        Teams.Faults.Next("send", FakeTeamsFault.Says(status, "Whatever"));
        Assert.Equal(answer, (await _office.Connector.SendAsync(Executives, Words("x"), default)).GetType().Name);
        Assert.Equal(1, Teams.Count("send"));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Changes_a_message_again_after_what_passes_waiting_longer_each_time(int status)
    {
        var id = Ok(await _office.Connector.SendAsync(Executives, Words("before"), default)).Id!;
        Teams.Faults.Next("update", FakeTeamsFault.Says(status, "Later"), FakeTeamsFault.Says(status, "Later"));
        Ok(await _office.Connector.UpdateAsync(Executives, id, Words("after"), default));

        Assert.Equal((3, "after"), (Teams.Count("update"), _office.Tenant.Message(FakeTenant.Executives, id)!.Text));
        Assert.Equal(2, _office.Clock.Waits.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_Teams_asks_for()
    {
        Teams.Faults.Next("send", FakeTeamsFault.RateLimited(30));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<ConnectorAnswer<ResourceResponse>.RateLimited>(await _office.Connector.SendAsync(Executives, Words("x"), default)).RetryAfter);
        Assert.IsType<ConnectorAnswer<ResourceResponse>.RateLimited>(await _office.Connector.SendAsync(Executives, Words("x"), default));
        Assert.Equal(1, Teams.Count("send"));

        _office.Clock.Advance(TimeSpan.FromSeconds(31));
        Ok(await _office.Connector.SendAsync(Executives, Words("x"), default));
    }

    [Fact]
    public async Task Knows_by_the_connection_whether_a_message_may_have_arrived()
    {
        Teams.Faults.Next("send", FakeTeamsFault.DropsAfterStoring);
        Assert.IsType<ConnectorAnswer<ResourceResponse>.NoAnswer>(await _office.Connector.SendAsync(Executives, Words("x"), default));
        var nowhere = Executives with { ServiceUrl = new("https://smba.trafficmanager.net:1/") };
        Assert.IsType<ConnectorAnswer<ResourceResponse>.Failed>(await _office.Connector.SendAsync(nowhere, Words("x"), default));
        Teams.Faults.Always = call => call.Operation == "token" ? FakeTeamsFault.Page(503) : null;
        Teams.Login.RevokeAll();
        Assert.IsType<ConnectorAnswer<ResourceResponse>.NotSent>(await _office.Connector.SendAsync(Executives, Words("x"), default));
    }

    [Fact]
    public async Task Tells_a_block_from_other_refusals_and_logs_nothing_that_anybody_wrote()
    {
        Teams.Faults.Next("send", FakeTeamsFault.Blocked);
        Assert.Equal("MessageWritesBlocked", Assert.IsType<ConnectorAnswer<ResourceResponse>.Failed>(await _office.Connector.SendAsync(Executives, Words("a secret"), default)).Code);
        Teams.Faults.Next("send", FakeTeamsFault.Says(400, "a secret that customers wrote\r\n"));
        Assert.Null(Assert.IsType<ConnectorAnswer<ResourceResponse>.Failed>(await _office.Connector.SendAsync(Executives, Words("a secret"), default)).Code);

        foreach (var secret in (string[])["a secret", FakeTeams.AppSecret, Teams.Login.Issued.First()])
            Assert.DoesNotContain(_office.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_all_members_page_by_page()
    {
        for (var number = 0; number < 1_200; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{number:D4}");
            var member = _office.Tenant.AddPerson(name);
            _office.Tenant.Change(FakeTenant.Executives, place => place with { Members = [.. place.Members, member.Mri] });
        }
        var members = Ok(await _office.Connector.MembersAsync(Executives, default));
        Assert.Equal((1_206, 3), (members.Count, Teams.Count("members")));
        Assert.All(members, member => Assert.NotNull(member.AadObjectId));
    }

    [Fact]
    public async Task Gives_and_takes_reactions_deletes_and_sends_for_one_persons_eyes()
    {
        var id = Ok(await _office.Connector.SendAsync(Executives, Words("hello"), default)).Id!;
        Assert.IsType<ConnectorAnswer<ConnectorNothing>.Ok>(await _office.Connector.AddReactionAsync(Executives, id, "1f440_eyes", default));
        Assert.Equal([$"{FakeTeams.Bot} 1f440_eyes"], _office.Tenant.Message(FakeTenant.Executives, id)!.Reactions);
        await _office.Connector.RemoveReactionAsync(Executives, id, "1f440_eyes", default);
        Assert.Empty(_office.Tenant.Message(FakeTenant.Executives, id)!.Reactions);

        var eyes = Words("only you") with { Recipient = new() { Id = _office.Tenant.Max.Member.Mri, IsTargeted = true } };
        Ok(await _office.Connector.SendAsync(Executives, eyes, default, isTargeted: true));
        Assert.Equal("only you", Assert.Single(_office.Tenant.Targeted(_office.Tenant.Max)).Text);

        Assert.IsType<ConnectorAnswer<ConnectorNothing>.Ok>(await _office.Connector.DeleteAsync(Executives, id, default));
        Assert.Null(_office.Tenant.Message(FakeTenant.Executives, id));
    }

    private static Activity Words(string text) => new() { Type = "message", Text = text };

    private static T Ok<T>(ConnectorAnswer<T> answer) => Assert.IsType<ConnectorAnswer<T>.Ok>(answer).Value;
}
