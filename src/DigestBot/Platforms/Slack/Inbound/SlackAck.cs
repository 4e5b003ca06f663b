namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>What is given back at once.</summary>
/// <param name="Status">HTTP status; over a socket everything below 300 is acknowledged, and nothing else.</param>
/// <param name="Answer">JSON for the body (over a socket the envelope's payload), or null for an empty one.</param>
internal sealed record SlackAck(int Status, string? Answer = null)
{
    /// <summary>It is kept, or means nothing to us: either way Slack need not send it again.</summary>
    public static SlackAck Accepted { get; } = new(StatusCodes.Status200OK);

    /// <summary>Signed, but not of a shape that Slack sends.</summary>
    public static SlackAck Malformed { get; } = new(StatusCodes.Status400BadRequest);

    /// <summary>It could not be kept: Slack sends events again; to a person it shows that the app did not answer.</summary>
    public static SlackAck NotKept { get; } = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Plain text instead of JSON: the answer to <c>url_verification</c>.</summary>
    public bool IsText { get; init; }

    /// <summary>It need not be sent again.</summary>
    public bool IsAccepted => Status < StatusCodes.Status300MultipleChoices;
}
