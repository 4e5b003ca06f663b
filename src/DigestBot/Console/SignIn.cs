using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Console;

/// <summary>
/// Sign-in without a second identity system: whoever can read what the program prints gets in by a link that works once.
/// Each use prints the next link. Kept in memory: after a restart everybody signs in anew.
/// </summary>
internal sealed class SignIn(TimeProvider clock)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "digestbot-session";

    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan SessionTime = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _sessions = new(StringComparer.Ordinal);
    private string _token = Secret();

    /// <summary>The link that works next, to be shown to the person who runs the program only.</summary>
    /// <param name="address">Where the program listens, without a final slash.</param>
    public string Link(string address)
    {
        lock (_gate)
            return $"{address}/signin?token={_token}";
    }

    /// <summary>The secret of a new session when the token is the one of the link; null otherwise. The token is used up.</summary>
    public string? Redeem(string? token)
    {
        lock (_gate)
        {
            if (token is null || !CryptographicOperations.FixedTimeEquals(Hash(token), Hash(_token)))
                return null;
            _token = Secret();
            var session = Secret();
            _sessions[Key(session)] = clock.GetUtcNow() + SessionTime;
            return session;
        }
    }

    /// <summary>The secret belongs to a session that still lasts.</summary>
    public bool Knows(string? session)
    {
        if (session is null)
            return false;
        lock (_gate)
            return _sessions.TryGetValue(Key(session), out var until) && clock.GetUtcNow() < until;
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    // Only what a secret hashes to is kept, so that the time of a look-up tells nothing about it.
    private static string Key(string secret) => Convert.ToHexStringLower(Hash(secret));
}
