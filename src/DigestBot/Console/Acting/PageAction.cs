using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console.Acting;

/// <summary>What a button of the page asks for, as the inbox keeps it.</summary>
internal sealed record PageAction
{
    /// <summary>Chosen by the page, unlike every other; the same one again is the same press of the button. 1 to 100 characters.</summary>
    [JsonRequired]
    public required string Id { get; init; }

    /// <summary>The verb.</summary>
    [JsonRequired]
    public required string Verb { get; init; }

    /// <summary>What follows the verb, as typed; null or empty when nothing does.</summary>
    public string? Args { get; init; }

    /// <summary>Who does it: a name or id of the people configured.</summary>
    [JsonRequired]
    public required string As { get; init; }

    /// <summary>Name of the digest; the first one unless given.</summary>
    public string? Digest { get; init; }

    /// <summary>What is missing or too long; null when all is well.</summary>
    [JsonIgnore]
    public string? Fault => Id is not { Length: >= 1 and <= 100 } ? "id must have 1 to 100 characters."
        : Verb is not { Length: >= 1 and <= 40 } ? "verb must have 1 to 40 characters."
        : As is not { Length: >= 1 and <= 200 } ? "as must have 1 to 200 characters."
        : null;
}

/// <summary>Strict: a key that is not known, or comes twice, is a mistake of the page's and no action.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(PageAction))]
internal sealed partial class PageActionJson : JsonSerializerContext;

/// <summary>Reads what the page's buttons left in the inbox, and passes the answers on to the page.</summary>
internal sealed class PageInbox(IPeople people, Digests digests, ActionRegistry verbs, Answers answers) : IInboxReader
{
    /// <summary>The page's name as an edge.</summary>
    public const string Edge = "page";

    /// <inheritdoc />
    public string Platform => Edge;

    /// <inheritdoc />
    public async Task<InboxWork> ReadAsync(InboxItem item, CancellationToken cancellationToken) =>
        Parse(item.Payload) is { } action && await people.NamedAsync(action.As, circle: null, cancellationToken) is { } by
            ? new InboxWork.Asked(new(by, Through.Page, action.Digest ?? digests.All[0].Name, action.Verb, action.Args ?? ""))
            : new InboxWork.NotUnderstood();

    /// <inheritdoc />
    public void Answered(InboxItem item, ActionRequest request, ActionReply reply) =>
        answers.Give(item.EventId, reply is ActionReply.Done && Parse(item.Payload) is { } action
            && verbs.UndoOf(action.Verb, action.Args ?? "") is { } undo
            ? reply with { Offers = [.. reply.Offers, undo] }
            : reply);

    /// <summary>The action, or null when the text is none.</summary>
    public static PageAction? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PageActionJson.Default.PageAction);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
