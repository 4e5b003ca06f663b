using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Core.Mentions;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace DigestBot.Outgoing;

/// <summary>
/// Asks one vendor's API for one source: through the one way out, as the account, at the account's pace, with time and size limits,
/// tries again and a circuit of its own. Whatever goes wrong is a <see cref="SourceException"/> with a sentence for people.
/// </summary>
internal sealed class ApiClient : IDisposable
{
    private const int LongestFault = 4_000;

    private readonly ApiAccess _access;
    private readonly OutgoingHttp _outgoing;
    private readonly AccountPace _pace;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline<ApiAnswer> _pipeline;
    private readonly ResiliencePipeline _timeLimit;

    /// <summary>A client for one source.</summary>
    public ApiClient(ApiAccess access, OutgoingHttp outgoing, AccountPaces paces, TimeProvider clock)
    {
        (_access, _outgoing, _pace, _clock) = (access, outgoing, paces.Of(access), clock);
        _client = outgoing.CreateClient();
        (_pipeline, _timeLimit) = (ApiPipeline.With(clock, _circuit), ApiPipeline.TimeLimit(clock));
    }

    /// <summary>How the account stands with the vendor.</summary>
    public SourceHealth Health => new(
        _pace.Quota?.Left,
        _pace.Quota?.ResetsAt,
        _pace.NotBefore ?? _access.Credentials?.Health?.NotBefore,
        _circuit.CircuitState is CircuitState.Open or CircuitState.Isolated || _access.Credentials?.Health?.IsResting == true);

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        (_access.Credentials as IDisposable)?.Dispose();
    }

    /// <summary>What stands at an address, as JSON of a shape.</summary>
    /// <exception cref="SourceException">It cannot be had; <see cref="ApiFault.Of"/> tells the status.</exception>
    public Task<ApiReply<T>> GetAsync<T>(Uri address, JsonTypeInfo<T> shape, CancellationToken cancellationToken) =>
        SendAsync(address, at => new(HttpMethod.Get, at), shape, cancellationToken);

    /// <summary>What an address answers to a form.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception" />
    public Task<ApiReply<T>> PostFormAsync<T>(Uri address, IEnumerable<KeyValuePair<string, string>> form, JsonTypeInfo<T> shape, CancellationToken cancellationToken) =>
        SendAsync(address, at => new(HttpMethod.Post, at) { Content = new FormUrlEncodedContent(form) }, shape, cancellationToken);

    /// <summary>What an address answers to a JSON document.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception" />
    public Task<ApiReply<TAnswer>> PostAsync<TBody, TAnswer>(
        Uri address, TBody body, JsonTypeInfo<TBody> bodyShape, JsonTypeInfo<TAnswer> shape, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, bodyShape);
        return SendAsync(address, at => new(HttpMethod.Post, at) { Content = Json(json) }, shape, cancellationToken);
    }

    /// <summary>What an address answers to any request.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="make">Makes the request anew for each try.</param>
    /// <param name="shape">Generated description of the answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <inheritdoc cref="GetAsync" path="/exception" />
    public async Task<ApiReply<T>> SendAsync<T>(Uri address, Func<Uri, HttpRequestMessage> make, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(address, make, cancellationToken);
        return answer.Status is >= 200 and < 300 ? new(Read(answer, shape), answer) : throw Failure(answer);
    }

    /// <summary>The answer as it is, whatever its status; only where no answer came is an exception thrown.</summary>
    /// <inheritdoc cref="SendAsync" path="/param" />
    /// <exception cref="SourceException">No answer could be had.</exception>
    public async Task<ApiAnswer> AnswerAsync(Uri address, Func<Uri, HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(address, make, cancellationToken);
        return answer.Status == 401 && _access.Credentials?.Renew() == true ? await AskAsync(address, make, cancellationToken) : answer;
    }

    /// <summary>The address of a next page that an answer gives, relative or whole.</summary>
    /// <param name="asked">The address that was asked.</param>
    /// <param name="link">As the answer gave it.</param>
    /// <exception cref="SourceException">It leads to another host, which would be handed the credentials.</exception>
    public Uri Follow(Uri asked, string link) =>
        Uri.TryCreate(asked, link, out var next) && OutgoingHttp.IsSameHost(asked, next)
            ? next
            : throw new SourceException($"{_access.Vendor} leads to another host than {asked.Host} for more. Check the address in the settings of this source.");

    /// <summary>The exception for an answer that is no success.</summary>
    public SourceException Failure(ApiAnswer answer)
    {
        var fault = FaultOf(answer);
        var status = _access.MeansPatience(fault) ? 429 : fault.Status;
        return new(_access.Explain(fault) ?? ApiSentences.For(_access.Vendor, status), new ApiFaultException(fault))
        {
            RetryAfter = answer.RetryAfter ?? (_pace.NotBefore - _clock.GetUtcNow()),
        };
    }

    private async Task<ApiAnswer> AskAsync(Uri address, Func<Uri, HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        ApiAnswer? last = null;
        try
        {
            return await _pipeline.ExecuteAsync(async stop => last = await TryAsync(address, make, stop), cancellationToken);
        }
        catch (SourceException error) when (last is { IsTransient: true } && error.RetryAfter is not null)
        {
            return last; // the pause it asks for is longer than a run waits: its own words say why
        }
        catch (OutgoingRefusedException error)
        {
            throw new SourceException(error.Message, error);
        }
        catch (HttpRequestException error) when (error.InnerException is OutgoingRefusedException refused)
        {
            throw new SourceException(refused.Message, error);
        }
        catch (TimeoutRejectedException error)
        {
            throw new SourceException(ApiSentences.TooSlow(_access.Vendor), error);
        }
        catch (BrokenCircuitException error)
        {
            throw new SourceException(ApiSentences.Resting(_access.Vendor), error) { RetryAfter = error.RetryAfter };
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            throw new SourceException(ApiSentences.Unreachable(_access.Vendor), error);
        }
    }

    private async Task<ApiAnswer> TryAsync(Uri address, Func<Uri, HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(_access.Spacing, cancellationToken);
        var answer = await _timeLimit.ExecuteAsync(async stop => await ExchangeAsync(address, make, stop), cancellationToken);
        _pace.Learn(answer, answer.Status is 429 or 503 || (answer.Status >= 400 && _access.MeansPatience(FaultOf(answer))));
        return answer;
    }

    private async Task<ApiAnswer> ExchangeAsync(Uri address, Func<Uri, HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var response = await _outgoing.SendAsync(_client, address, make, PrepareAsync, cancellationToken);
        var body = await LimitedBody.ReadAsync(response, _access.LargestBody, cancellationToken)
            ?? throw new SourceException(ApiSentences.TooLarge(_access.Vendor, _access.LargestBody));
        return new((int)response.StatusCode, body, ApiHeaders.Of(response), ApiHeaders.RetryAfter(response, _clock.GetUtcNow()));
    }

    private async ValueTask PrepareAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in _access.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (_access.Credentials is { } credentials)
            await credentials.AuthorizeAsync(request, cancellationToken);
    }

    private T Read<T>(ApiAnswer answer, JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(BrokenJson.Mend(answer.Body), shape) ?? throw new JsonException("null");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException or FormatException or OverflowException)
        {
            // The parser's message may quote what a customer wrote: it goes no further than its type.
            throw new SourceException(ApiSentences.Unreadable(_access.Vendor), new ApiFaultException(FaultOf(answer)));
        }
    }

    private static ApiFault FaultOf(ApiAnswer answer) =>
        new(answer.Status, Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, LongestFault))));

    private static ByteArrayContent Json(byte[] json) => new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
