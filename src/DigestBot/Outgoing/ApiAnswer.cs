using DigestBot.Core.Mentions;

namespace DigestBot.Outgoing;

/// <summary>What an API answered, whatever its status.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Unpacked, at most <see cref="ApiAccess.LargestBody"/>.</param>
/// <param name="Headers">Names without case; several values of one name joined by a comma.</param>
/// <param name="RetryAfter">How long it asked to be left alone, never negative; null when it did not ask.</param>
internal sealed record ApiAnswer(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers, TimeSpan? RetryAfter)
{
    /// <summary>May be better in a moment: asked for patience, overloaded, or a fault of the server.</summary>
    public bool IsTransient => Status is 408 or 429 or >= 500;

    /// <summary>Address of the next page as the header <c>Link</c> gives it (RFC 8288, <c>rel="next"</c>), or null.</summary>
    public string? NextLink => Headers.TryGetValue("Link", out var links) ? LinkHeader.Next(links) : null;

    /// <summary>The value of a header, or empty.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>A typed answer.</summary>
/// <param name="Body">What was said.</param>
/// <param name="Answer">The answer around it, for headers.</param>
internal sealed record ApiReply<T>(T Body, ApiAnswer Answer);

/// <summary>An answer that is no success.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Start of its body as text, at most 4,000 characters. It may quote customers and secrets: look for codes in it, never show it.</param>
internal sealed record ApiFault(int Status, string Body)
{
    /// <summary>The fault below a <see cref="SourceException"/> of <see cref="ApiClient"/>, or null when it was no answer at all.</summary>
    public static ApiFault? Of(SourceException error) => (error.InnerException as ApiFaultException)?.Fault;
}

/// <summary>What stands below a <see cref="SourceException"/> that an answer caused.</summary>
internal sealed class ApiFaultException(ApiFault fault) : Exception($"Status {fault.Status}.")
{
    /// <summary>The answer.</summary>
    public ApiFault Fault => fault;
}
