using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>Who gets in: 401 for whom nobody believes, 403 for whom the Bot Framework has signed for something else.</summary>
public sealed class WhoMaySend : IAsyncLifetime
{
    private const string Loopback = "http://127.0.0.1:5199/connector/";

    private TeamsFront _front = null!;

    public async Task InitializeAsync() => _front = await TeamsFront.ConfiguredAsync();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Theory]
    [InlineData(TokenFault.Expired, 401)]
    [InlineData(TokenFault.NotYetValid, 401)]
    [InlineData(TokenFault.NoExpiry, 401)]
    [InlineData(TokenFault.OtherIssuer, 401)]
    [InlineData(TokenFault.NoIssuer, 401)]
    [InlineData(TokenFault.OtherAudience, 401)]
    [InlineData(TokenFault.NoAudience, 401)]
    [InlineData(TokenFault.OtherKey, 401)]
    [InlineData(TokenFault.UnknownKey, 401)]
    [InlineData(TokenFault.NoKeyId, 401)]
    [InlineData(TokenFault.Unsigned, 401)]
    [InlineData(TokenFault.SharedSecret, 401)]
    [InlineData(TokenFault.OtherAlgorithm, 401)]
    [InlineData(TokenFault.Changed, 401)]
    [InlineData(TokenFault.Garbage, 401)]
    [InlineData(TokenFault.OtherServiceUrl, 403)]
    [InlineData(TokenFault.NoServiceUrl, 403)]
    [InlineData(TokenFault.NotEndorsed, 403)]
    [InlineData(TokenFault.NoEndorsements, 403)]
    [InlineData(TokenFault.None, 200)]
    public async Task Is_told_by_the_token(object fault, int status)
    {
        Assert.Equal(new((HttpStatusCode)status, ""), await _front.PostAsync(Sent.Message(), (TokenFault)fault));
        Assert.Equal(status == 200 ? 1 : 0, (await _front.KeptAsync()).Count);
    }

    [Fact]
    public async Task Is_nobody_without_a_token_or_with_two()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _front.SendAsync(Sent.Post(Sent.Message().Bytes(), token: null))).Status);
        var twice = Sent.Post(Sent.Message().Bytes(), token: null);
        twice.Headers.TryAddWithoutValidation("Authorization", ["Bearer x", $"Bearer {_front.Issuer.Token(Sent.ServiceUrl)}"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _front.SendAsync(twice)).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task Is_asked_for_the_token_before_anything_is_read()
    {
        var request = Sent.Post([.. "not even JSON"u8], token: null, mediaType: "text/plain");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _front.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Cannot_be_told_while_the_issuers_keys_cannot_be_had()
    {
        _front.IssuerIsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _front.PostAsync(Sent.Message())).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    // The forged address is in the token as well: what is refused here is the address itself.
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/emea/")]
    [InlineData("https://evil.example#smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch/")]
    [InlineData(Loopback)]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task Cannot_have_answers_sent_to_a_host_that_is_not_the_Connectors(string serviceUrl)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _front.PostAsync(Sent.Message().With("serviceUrl", serviceUrl))).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Theory]
    [InlineData("https://teams.acme.example/", true)]
    [InlineData("http://teams.acme.example/", false)]
    [InlineData("http://127.0.0.1:4000/", true)]
    [InlineData("http://127.0.0.1:4001/", false)]
    public void Have_answers_sent_unencrypted_to_this_machine_only_whatever_the_settings_name(string serviceUrl, bool isTrusted)
    {
        var hosts = new TeamsServiceHosts(new() { AllowedServiceHosts = ["teams.acme.example", "127.0.0.1:4000"] });
        Assert.Equal(isTrusted, hosts.Trusted(serviceUrl) is not null);
    }

    [Theory]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc/")]
    [InlineData("HTTPS://SMBA.TrafficManager.NET/emea/")]
    public async Task May_be_any_host_of_the_Connector(string serviceUrl) =>
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync(Sent.Message().With("serviceUrl", serviceUrl))).Status);

    [Fact]
    public async Task Must_name_the_service_address_of_its_token()
    {
        var elsewhere = Sent.Message().With("serviceUrl", "https://smba.trafficmanager.net/amer/");
        Assert.Equal(HttpStatusCode.Forbidden, (await _front.PostAsync(elsewhere.Bytes())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _front.PostAsync(Sent.Message().With("serviceUrl", null).Bytes())).Status);
        Assert.Equal(HttpStatusCode.OK, (await _front.PostAsync(Sent.Message().With("serviceUrl", Sent.ServiceUrl.ToUpperInvariant()).Bytes())).Status);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData(null)]
    public async Task Cannot_come_through_another_channel(string? channel)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _front.PostAsync(Sent.Message().With("channelId", channel))).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    public static TheoryData<string?, string?> Strangers => new()
    {
        { "99999999-9999-4999-8999-999999999999", "99999999-9999-4999-8999-999999999999" },
        { "99999999-9999-4999-8999-999999999999", null },
        { null, "99999999-9999-4999-8999-999999999999" },
        { Sent.Tenant, "99999999-9999-4999-8999-999999999999" },
        { "", Sent.Tenant },
        { null, null },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Must_be_of_the_tenant_of_the_settings(string? channelTenant, string? conversationTenant)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _front.PostAsync(Of(channelTenant, conversationTenant))).Status);
        Assert.Empty(await _front.KeptAsync());
    }

    [Fact]
    public async Task May_be_of_any_tenant_where_the_settings_name_none()
    {
        await using var front = await TeamsFront.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await front.PostAsync(Of("99999999-9999-4999-8999-999999999999", null))).Status);
    }

    [Fact]
    public async Task May_have_answers_sent_unencrypted_to_a_host_that_the_settings_name_only()
    {
        await using var front = await TeamsFront.ConfiguredAsync("--Teams:AllowedServiceHosts:0=127.0.0.1:5199");
        Assert.Equal(HttpStatusCode.OK, (await front.PostAsync(Sent.Message().With("serviceUrl", Loopback))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await front.PostAsync(Sent.Message().With("serviceUrl", "http://127.0.0.1:5198/connector/"))).Status);
    }

    [Fact]
    public async Task May_do_without_a_token_on_this_machine_in_development_when_the_settings_say_so()
    {
        await using var front = await TeamsFront.ConfiguredAsync("--Teams:AllowUnauthenticatedInDevelopment=true", "--environment=Development");
        Assert.Equal(HttpStatusCode.OK, (await front.SendAsync(Unsigned())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await front.PostAsync(Sent.Message(), TokenFault.Expired)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await front.SendAsync(Unsigned(Sent.Message().With("serviceUrl", "https://evil.example/")))).Status);
        var passedOn = Unsigned();
        passedOn.Headers.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.Unauthorized, (await front.SendAsync(passedOn)).Status);
        Assert.Single(await front.KeptAsync());
    }

    [Theory]
    [InlineData("--Teams:AllowUnauthenticatedInDevelopment=true")]
    [InlineData("--environment=Development")]
    public async Task May_not_do_without_a_token_for_half_of_that(string setting)
    {
        await using var front = await TeamsFront.ConfiguredAsync(setting);
        Assert.Equal(HttpStatusCode.Unauthorized, (await front.SendAsync(Unsigned())).Status);
    }

    [Fact]
    public async Task Finds_no_door_without_Teams_in_the_settings()
    {
        await using var front = await TeamsFront.StartAsync(new TestIssuer(Sent.AppId), []);
        Assert.Equal(HttpStatusCode.NotFound, (await front.PostAsync(Sent.Message())).Status);
    }

    private static HttpRequestMessage Unsigned(JsonObject? activity = null) => Sent.Post((activity ?? Sent.Message()).Bytes(), token: null);

    private static JsonObject Of(string? channelTenant, string? conversationTenant) => Sent.Message()
        .With("channelData", channelTenant is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = channelTenant } })
        .With("conversation", new JsonObject { ["id"] = "a:fakePersonal0001" }.With("tenantId", conversationTenant));
}
