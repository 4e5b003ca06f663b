namespace DigestBot.Platforms.Slack.Api;

/// <summary>How a call of the Web API ended. A failure of Slack, the network or the workspace is an answer, never an exception.</summary>
/// <typeparam name="T">What a successful answer holds.</typeparam>
internal abstract record SlackAnswer<T>
{
    private SlackAnswer()
    {
    }

    /// <summary>Slack did it.</summary>
    public sealed record Ok(T Value) : SlackAnswer<T>;

    /// <summary>Slack said no; it had no effect.</summary>
    /// <param name="Error">Slack's name of the error, for example <c>channel_not_found</c>; see <see cref="SlackErrors"/>.</param>
    /// <param name="Needed">The scope that is missing, with <c>missing_scope</c>; null otherwise.</param>
    public sealed record Failed(string Error, string? Needed = null) : SlackAnswer<T>;

    /// <summary>Too many calls of this method in this workspace; it had no effect.</summary>
    /// <param name="RetryAfter">Not before this long from now.</param>
    public sealed record RateLimited(TimeSpan RetryAfter) : SlackAnswer<T>;

    /// <summary>It may have arrived and had its effect: look before doing it again.</summary>
    /// <param name="Reason">For people and logs.</param>
    public sealed record NoAnswer(string Reason) : SlackAnswer<T>;

    /// <summary>It certainly did not arrive.</summary>
    /// <param name="Reason">For people and logs.</param>
    public sealed record NotSent(string Reason) : SlackAnswer<T>;

    /// <summary>What a successful answer holds; the type's default for any other.</summary>
    public T? OrDefault() => this is Ok ok ? ok.Value : default;

    /// <summary>The error's name, or null when Slack did not say no.</summary>
    public string? Refusal => (this as Failed)?.Error;

    /// <summary>A failure as the answer of another call; a success through <paramref name="read"/>.</summary>
    public SlackAnswer<TOther> Select<TOther>(Func<T, TOther> read) => this switch
    {
        Ok ok => new SlackAnswer<TOther>.Ok(read(ok.Value)),
        Failed failed => new SlackAnswer<TOther>.Failed(failed.Error, failed.Needed),
        RateLimited limited => new SlackAnswer<TOther>.RateLimited(limited.RetryAfter),
        NoAnswer none => new SlackAnswer<TOther>.NoAnswer(none.Reason),
        NotSent not => new SlackAnswer<TOther>.NotSent(not.Reason),
        _ => throw new InvalidOperationException("An answer of a kind that does not exist."),
    };
}
