using System.Net.Http.Headers;
using DigestBot.Outgoing;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// The keys by which the Bot Framework signs, fetched where its metadata says. They change now and then: a key that is not known is
/// looked for anew, but seldom, so that invented ids cost nothing. What was fetched stays good while nothing newer can be had.
/// </summary>
internal sealed partial class TeamsKeyRing(TeamsOptions options, OutgoingHttp outgoing, TimeProvider clock, ILogger<TeamsKeyRing> log) : IDisposable
{
    /// <summary>After so long they are fetched anew, beside the work.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>Time between two fetches, whatever is asked for.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    // While there are none at all, nobody gets in.
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int LongestAnswer = 1 << 20;

    private readonly HttpClient _client = outgoing.CreateClient();
    private readonly Uri _metadata = options.OpenIdMetadataAddress ?? TeamsCloudFacts.Of(options.Cloud).OpenIdMetadata;
    private readonly Lock _gate = new();
    private Task _fetching = Task.CompletedTask;
    private DateTimeOffset _nextFetch = DateTimeOffset.MinValue;
    private volatile TeamsSigningKeys? _keys;

    /// <summary>The keys as they stand; null while none could be fetched.</summary>
    public TeamsSigningKeys? Current => _keys;

    /// <summary>The keys, with this one among them if it can be had.</summary>
    /// <param name="id">The key's id, as a token names it.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetching.</param>
    /// <returns>Null when there are no keys at all: nobody can be believed, and nobody refused.</returns>
    public async ValueTask<TeamsSigningKeys?> WithAsync(string id, CancellationToken cancellationToken)
    {
        var keys = _keys;
        if (keys?.Find(id) is null)
            await Fetched().WaitAsync(cancellationToken);
        else if (clock.GetUtcNow() - keys.FetchedAt > Fresh)
            _ = Fetched();
        return _keys;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // One fetch for all who ask at once, and none so soon after the last.
    private Task Fetched()
    {
        lock (_gate)
        {
            if (!_fetching.IsCompleted || clock.GetUtcNow() < _nextFetch)
                return _fetching;
            _nextFetch = clock.GetUtcNow() + (_keys is null ? ShortPause : Pause);
            return _fetching = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            var metadata = OpenIdConnectConfiguration.Create(await TextAsync(_metadata, patience.Token));
            var keys = new TeamsSigningKeys(new JsonWebKeySet(await TextAsync(new(_metadata, metadata.JwksUri), patience.Token)), clock.GetUtcNow());
            if (keys.Count == 0)
                throw new InvalidDataException("No key is published.");
            _keys = keys;
            lock (_gate)
                _nextFetch = clock.GetUtcNow() + Pause;
            LogFetched(keys.Count);
        }
        catch (Exception failure) // whatever it was: with the old keys the work goes on
        {
            LogNotFetched(_metadata.Host, failure.Message);
        }
    }

    private async Task<string> TextAsync(Uri address, CancellationToken cancellationToken)
    {
        using var answer = await outgoing.GetAsync(_client, address, AsJson, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    private static void AsJson(HttpRequestHeaders headers) => headers.Accept.Add(new("application/json"));

    [LoggerMessage(LogLevel.Debug, "{Count} keys of the Bot Framework fetched")]
    private partial void LogFetched(int count);

    [LoggerMessage(LogLevel.Warning, "The keys of the Bot Framework could not be fetched from {Host}; those known so far stay in use: {Reason}")]
    private partial void LogNotFetched(string host, string reason);
}
