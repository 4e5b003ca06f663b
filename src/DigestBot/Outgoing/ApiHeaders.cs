namespace DigestBot.Outgoing;

/// <summary>What an answer's headers say.</summary>
internal static class ApiHeaders
{
    /// <summary>All of them; several values of one name joined by a comma.</summary>
    public static IReadOnlyDictionary<string, string> Of(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            headers[name] = values.ToString();
        return headers;
    }

    /// <summary>How long the server asks to be left alone; a date is read against the server's own clock, which may not be ours.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? now),
            _ => (TimeSpan?)null,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}
