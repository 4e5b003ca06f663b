namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// Slack's signature of an HTTP request: a <see cref="BodySignature"/> of version <c>v0</c> keyed with the signing secret
/// (docs.slack.dev, "Verifying requests from Slack").
/// </summary>
internal sealed class SlackSignature(SlackOptions options, TimeProvider clock)
{
    /// <summary>Header with <c>v0=</c> and the lower-case hex digest.</summary>
    public const string Header = "X-Slack-Signature";

    /// <summary>Header with the time of sending in Unix seconds.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    private readonly BodySignature _signature =
        new("v0", new[] { options.SigningSecret, options.PreviousSigningSecret }.OfType<string>(), clock);

    /// <inheritdoc cref="BodySignature.IsFresh" />
    public bool IsFresh(string? timestamp) => _signature.IsFresh(timestamp);

    /// <inheritdoc cref="BodySignature.IsGenuine" />
    public bool IsGenuine(string? timestamp, string? signature, ReadOnlySpan<byte> body) => _signature.IsGenuine(timestamp, signature, body);
}
