using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>What came of checking a token.</summary>
/// <param name="Status">401 for a bad one, 503 while there are no keys to check with, 200 for a good one.</param>
/// <param name="Token">The good one.</param>
internal readonly record struct TeamsTokenVerdict(int Status, TeamsToken? Token)
{
    /// <summary>Nobody we believe has signed this for us.</summary>
    public static TeamsTokenVerdict Bad { get; } = new(StatusCodes.Status401Unauthorized, null);

    /// <summary>It cannot be told: to be sent again.</summary>
    public static TeamsTokenVerdict Unknown { get; } = new(StatusCodes.Status503ServiceUnavailable, null);

    /// <summary>The Bot Framework has signed this for us.</summary>
    public static TeamsTokenVerdict Good(TeamsToken token) => new(StatusCodes.Status200OK, token);
}

/// <summary>
/// The Bot Framework's token: signed with RS256 by one of its published keys, by its issuer (the same for every tenant), for this bot,
/// and for now, give or take five minutes ("Authentication with the Bot Connector API"). Tokens of Entra, as other bots and tabs have
/// them, are not taken.
/// </summary>
internal sealed partial class TeamsTokenCheck
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 8 << 10;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly TeamsKeyRing _ring;
    private readonly TimeProvider _clock;
    private readonly ILogger<TeamsTokenCheck> _log;
    private readonly TeamsKnownTokens _known;
    private readonly string _audience;
    private readonly string _issuer;

    public TeamsTokenCheck(TeamsOptions options, TeamsKeyRing ring, TimeProvider clock, ILogger<TeamsTokenCheck> log)
    {
        (_ring, _clock, _log, _known) = (ring, clock, log, new(clock));
        _audience = options.AppId.GetValueOrDefault().ToString("D");
        _issuer = TeamsCloudFacts.Of(options.Cloud).Issuer;
    }

    /// <summary>Checks the header <c>Authorization</c>; nothing else of the request is needed.</summary>
    /// <param name="authorization">The header as it came.</param>
    /// <param name="cancellationToken">Ends the waiting for keys.</param>
    public async ValueTask<TeamsTokenVerdict> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is not true || authorization.Length > LongestToken)
            return TeamsTokenVerdict.Bad;
        var token = authorization[Scheme.Length..];
        return _known.Find(token, _ring.Current) is { } known ? TeamsTokenVerdict.Good(known) : await CheckNewAsync(token, cancellationToken);
    }

    private async ValueTask<TeamsTokenVerdict> CheckNewAsync(string token, CancellationToken cancellationToken)
    {
        if (!TryRead(token, out var read))
            return TeamsTokenVerdict.Bad;
        if (await _ring.WithAsync(read.Kid, cancellationToken) is not { } keys)
            return TeamsTokenVerdict.Unknown;
        if (keys.Find(read.Kid) is not { } key || !await IsGoodAsync(read, key))
            return TeamsTokenVerdict.Bad;
        var good = new TeamsToken(ServiceUrl(read), TeamsSigningKeys.IsForTeams(key), new(read.ValidTo, TimeSpan.Zero), keys);
        _known.Add(token, good);
        return TeamsTokenVerdict.Good(good);
    }

    // No key is looked for on behalf of what could not be good anyway.
    private bool TryRead(string token, out JsonWebToken read)
    {
        read = null!;
        try
        {
            read = _handler.ReadJsonWebToken(token);
            return read.Alg == SecurityAlgorithms.RsaSha256 && !string.IsNullOrEmpty(read.Kid) && read.Issuer == _issuer;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return false;
        }
    }

    private async Task<bool> IsGoodAsync(JsonWebToken read, JsonWebKey key)
    {
        var result = await _handler.ValidateTokenAsync(read, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = _issuer,
            ValidAudience = _audience,
            LifetimeValidator = (begins, ends, _, _) => IsCurrent(begins, ends),
        });
        if (!result.IsValid)
            LogRefused(result.Exception.GetType().Name);
        return result.IsValid;
    }

    private bool IsCurrent(DateTime? begins, DateTime? ends)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return ends is { } end && now - Skew < end && (begins is not { } begin || begin <= now + Skew);
    }

    // The SDKs write "serviceurl", the documents "serviceUrl".
    private static string? ServiceUrl(JsonWebToken read) =>
        read.Claims.Where(claim => claim.Type.Equals("serviceurl", StringComparison.OrdinalIgnoreCase)).Select(claim => claim.Value).ToList() is [var only]
            ? only
            : null;

    [LoggerMessage(LogLevel.Information, "A request with a token that is not good was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
