namespace DigestBot.Outgoing;

/// <summary>Reads bodies that somebody else chose the size of.</summary>
internal static class LimitedBody
{
    /// <summary>The body, or null when it is larger. Counted after unpacking: a few kilobytes can unpack to gigabytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most)
            return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
