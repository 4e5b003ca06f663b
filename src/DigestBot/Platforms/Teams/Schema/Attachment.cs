using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams.Schema;

/// <summary>A card in a message, dialog or list of search results.</summary>
internal sealed record Attachment
{
    /// <summary>Content type of an Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>What it is.</summary>
    public string? ContentType { get; init; }

    /// <summary>The card; what comes from outside is an attachment of any kind.</summary>
    public JsonNode? Content { get; init; }

    /// <summary>How it looks in a list of search results; null shows it whole.</summary>
    public Attachment? Preview { get; init; }

    /// <summary>An Adaptive Card.</summary>
    public static Attachment Of(JsonObject card) => new() { ContentType = AdaptiveCard, Content = card };
}

/// <summary>What the Connector answers to a message: its id.</summary>
/// <param name="Id">The activity's id.</param>
internal sealed record ResourceResponse(string? Id);
