namespace DigestBot.Platforms.Teams.Connector;

/// <summary>What came of a call to the Connector.</summary>
internal abstract record ConnectorAnswer<T>
{
    private ConnectorAnswer()
    {
    }

    /// <summary>The value; default when there is none.</summary>
    public T? OrDefault() => this is Ok ok ? ok.Value : default;

    /// <summary>The same with another value in it.</summary>
    public ConnectorAnswer<TOther> As<TOther>(Func<T, TOther> value) => this switch
    {
        Ok ok => new ConnectorAnswer<TOther>.Ok(value(ok.Value)),
        Failed failed => new ConnectorAnswer<TOther>.Failed(failed.Status, failed.Code),
        RateLimited limited => new ConnectorAnswer<TOther>.RateLimited(limited.RetryAfter),
        NoAnswer none => new ConnectorAnswer<TOther>.NoAnswer(none.Reason),
        NotSent not => new ConnectorAnswer<TOther>.NotSent(not.Reason),
        _ => throw new InvalidOperationException("An answer of a kind that does not exist."),
    };

    /// <summary>It was done.</summary>
    public sealed record Ok(T Value) : ConnectorAnswer<T>;

    /// <summary>The Connector says no, and would again.</summary>
    /// <param name="Status">HTTP status; 0 when the call was not even tried.</param>
    /// <param name="Code">The error by name, see <see cref="ConnectorErrors"/>; null when it has none.</param>
    public sealed record Failed(int Status, string? Code) : ConnectorAnswer<T>;

    /// <summary>Nothing was done: too many calls, or just now a conflicting one. Worth trying later.</summary>
    /// <param name="RetryAfter">How long to wait; null when nobody said.</param>
    public sealed record RateLimited(TimeSpan? RetryAfter) : ConnectorAnswer<T>;

    /// <summary>It may have been done or not.</summary>
    public sealed record NoAnswer(string Reason) : ConnectorAnswer<T>;

    /// <summary>It certainly was not done: no connection, no token.</summary>
    public sealed record NotSent(string Reason) : ConnectorAnswer<T>;
}

/// <summary>The Connector's answer to what tells nothing.</summary>
internal readonly record struct ConnectorNothing;
