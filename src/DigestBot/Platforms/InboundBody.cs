using System.Buffers;

namespace DigestBot.Platforms;

/// <summary>Reads the body of a request that a chat service is said to have sent.</summary>
internal static class InboundBody
{
    /// <summary>The whole body; null when it is longer than allowed, of which no more than that is held.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">In bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<byte[]?> WholeBodyAsync(this HttpRequest request, int longest, CancellationToken cancellationToken)
    {
        if (request.ContentLength > longest)
            return null;
        var read = await request.BodyReader.ReadAtLeastAsync(longest + 1, cancellationToken);
        var body = read.Buffer.Length > longest ? null : read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }

    /// <summary>It says that its body is of this media type, whatever it says besides.</summary>
    public static bool IsSentAs(this HttpRequest request, string mediaType) =>
        request.ContentType is { } sent
        && sent.AsSpan().StartsWith(mediaType, StringComparison.OrdinalIgnoreCase)
        && sent.AsSpan(mediaType.Length).TrimStart() is [] or [';', ..];
}
