using DigestBot.Outgoing;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>The check of the Bot Framework's token, with the time in the test's hand.</summary>
public sealed class TheTeamsToken : IAsyncLifetime
{
    private readonly FakeClock _clock = FakeClock.OnMonday();
    private IssuerOnline _issuer = null!;
    private TeamsKeyRing _ring = null!;
    private TeamsTokenCheck _check = null!;

    public async Task InitializeAsync()
    {
        _issuer = await IssuerOnline.StartAsync(new(Sent.AppId, _clock));
        (_ring, _check) = Check(_issuer.Metadata, TeamsCloud.Public);
    }

    public async Task DisposeAsync()
    {
        _ring.Dispose();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Says_where_an_answer_may_go_and_that_its_key_speaks_for_Teams()
    {
        var token = (await VerdictAsync(Token())).Token!;
        Assert.Equal((Sent.ServiceUrl, true), (token.ServiceUrl, token.IsForTeams));
    }

    [Theory]
    [InlineData(TokenFault.Expired)]
    [InlineData(TokenFault.NotYetValid)]
    [InlineData(TokenFault.NoExpiry)]
    [InlineData(TokenFault.OtherIssuer)]
    [InlineData(TokenFault.NoIssuer)]
    [InlineData(TokenFault.OtherAudience)]
    [InlineData(TokenFault.NoAudience)]
    [InlineData(TokenFault.OtherKey)]
    [InlineData(TokenFault.UnknownKey)]
    [InlineData(TokenFault.NoKeyId)]
    [InlineData(TokenFault.Unsigned)]
    [InlineData(TokenFault.SharedSecret)]
    [InlineData(TokenFault.OtherAlgorithm)]
    [InlineData(TokenFault.Changed)]
    [InlineData(TokenFault.Garbage)]
    public async Task Is_refused_for_any_one_fault(object fault) => await RefusedAsync($"Bearer {_issuer.Issuer.Token(Sent.ServiceUrl, (TokenFault)fault)}");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer \0\u00ff")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.W10.c2ln")]
    public async Task Has_to_be_one(string? header) => await RefusedAsync(header);

    [Fact]
    public async Task Has_to_be_of_a_length_that_tokens_have() => await RefusedAsync("Bearer " + new string('a', 100_000));

    [Fact]
    public async Task May_name_its_scheme_in_any_case() =>
        Assert.Equal(StatusCodes.Status200OK, (await _check.CheckAsync($"bearer {Token()}", default)).Status);

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task May_have_ended_five_minutes_ago(int seconds, bool isGood)
    {
        var token = Token();
        _clock.Advance(TimeSpan.FromSeconds(3590 + seconds));
        Assert.Equal(isGood, (await VerdictAsync(token)).Token is not null);
    }

    [Fact]
    public async Task Ends_for_who_was_believed_before_as_well()
    {
        var token = Token();
        Assert.NotNull((await VerdictAsync(token)).Token);
        _clock.Advance(TimeSpan.FromMinutes(70));
        Assert.Null((await VerdictAsync(token)).Token);
    }

    [Fact]
    public async Task Is_verified_once_and_then_known_again()
    {
        var token = Token();
        var first = (await VerdictAsync(token)).Token;
        Assert.Same(first, (await VerdictAsync(token)).Token);
        Assert.NotSame(first, (await VerdictAsync(_issuer.Issuer.Token(Sent.ServiceUrl + "other/"))).Token);
    }

    [Theory]
    [InlineData(TokenFault.NotEndorsed)]
    [InlineData(TokenFault.NoEndorsements)]
    public async Task Does_not_speak_for_Teams_by_a_key_that_may_not(object fault) =>
        Assert.False((await VerdictAsync(_issuer.Issuer.Token(Sent.ServiceUrl, (TokenFault)fault))).Token!.IsForTeams);

    [Fact]
    public async Task Is_believed_by_a_new_key_as_soon_as_that_is_published()
    {
        await VerdictAsync(Token());
        _clock.Advance(TeamsKeyRing.Pause);
        _issuer.Issuer.RollKeys();
        Assert.NotNull((await VerdictAsync(Token())).Token);
        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task Is_not_believed_any_more_once_its_key_is_withdrawn()
    {
        var old = Token();
        await VerdictAsync(old);
        _clock.Advance(TeamsKeyRing.Pause);
        _issuer.Issuer.RollKeys();
        await VerdictAsync(Token());
        Assert.Null((await VerdictAsync(old)).Token);
    }

    [Fact]
    public async Task Of_an_invented_key_has_the_keys_fetched_once_in_five_minutes_at_most()
    {
        for (var i = 0; i < 20; i++)
            await VerdictAsync(_issuer.Issuer.Token(Sent.ServiceUrl, TokenFault.UnknownKey));
        Assert.Equal(1, _issuer.Fetches);
        _clock.Advance(TeamsKeyRing.Pause);
        await VerdictAsync(_issuer.Issuer.Token(Sent.ServiceUrl, TokenFault.UnknownKey));
        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task Of_another_issuer_has_no_keys_fetched()
    {
        await VerdictAsync(_issuer.Issuer.Token(Sent.ServiceUrl, TokenFault.OtherIssuer));
        Assert.Equal(0, _issuer.Fetches);
    }

    [Fact]
    public async Task Is_checked_with_the_keys_known_while_newer_ones_cannot_be_had()
    {
        await VerdictAsync(Token());
        _issuer.IsDown = true;
        _clock.Advance(TeamsKeyRing.Fresh + TimeSpan.FromMinutes(1));
        Assert.NotNull((await VerdictAsync(Token())).Token);
        Assert.Null((await VerdictAsync(_issuer.Issuer.Token(Sent.ServiceUrl, TokenFault.UnknownKey))).Token);
        Assert.NotNull((await VerdictAsync(Token())).Token);
    }

    [Fact]
    public async Task Cannot_be_judged_while_no_key_could_be_fetched_and_can_be_soon_after()
    {
        _issuer.IsDown = true;
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, (await VerdictAsync(Token())).Status);
        _issuer.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.NotNull((await VerdictAsync(Token())).Token);
    }

    [Theory]
    [InlineData(TeamsCloud.UsGov, "https://api.botframework.us")]
    [InlineData(TeamsCloud.China, "https://api.botframework.azure.cn")]
    public async Task Of_another_cloud_comes_from_that_clouds_issuer(object cloud, string name)
    {
        await using var online = await IssuerOnline.StartAsync(new(Sent.AppId, _clock) { Issuer = name });
        var (ring, check) = Check(online.Metadata, (TeamsCloud)cloud);
        using var _ = ring;
        Assert.NotNull((await check.CheckAsync($"Bearer {online.Issuer.Token(Sent.ServiceUrl)}", default)).Token);
        Assert.Null((await check.CheckAsync($"Bearer {Token()}", default)).Token);
    }

    private string Token() => _issuer.Issuer.Token(Sent.ServiceUrl);

    private async Task<TeamsTokenVerdict> VerdictAsync(string token) => await _check.CheckAsync($"Bearer {token}", default);

    private async Task RefusedAsync(string? header)
    {
        await VerdictAsync(Token()); // with the keys at hand
        Assert.Equal(TeamsTokenVerdict.Bad, await _check.CheckAsync(header, default));
    }

    private (TeamsKeyRing Ring, TeamsTokenCheck Check) Check(Uri metadata, TeamsCloud cloud)
    {
        var options = new TeamsOptions { AppId = Guid.Parse(Sent.AppId), OpenIdMetadataAddress = metadata, Cloud = cloud };
        var outgoing = new OutgoingHttp(Options.Create(new OutgoingOptions { PrivateHosts = ["127.0.0.1"], PlainHttpHosts = ["127.0.0.1"] }));
        var ring = new TeamsKeyRing(options, outgoing, _clock, NullLogger<TeamsKeyRing>.Instance);
        return (ring, new(options, ring, _clock, NullLogger<TeamsTokenCheck>.Instance));
    }
}
