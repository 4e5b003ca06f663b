using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Intercom;

/// <summary>What customers wrote when they began a conversation, and their remarks when they rated it; Intercom API 2.11.</summary>
internal sealed class IntercomSource(IntercomOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } =
        new SourceKind<IntercomOptions>("Intercom", "conversations in Intercom", (options, parts) => new IntercomSource(options, parts));

    protected override ApiOrder Order => ApiOrder.FromInstant;

    protected override int AsksAgainAtOnce => 50;

    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken) =>
        SearchAsync(IntercomSearch.Changed(since, page), cancellationToken);

    // A search that misses something is no proof that it is gone; a 404 for it is.
    protected override async Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(IntercomSearch.Known(ids), cancellationToken);
        var missing = ids.Except(found.Mentions.Select(mention => mention.Id.ExternalId), StringComparer.Ordinal).ToList();
        foreach (var id in missing)
        {
            if (await ConversationAsync(id, cancellationToken) is { } single)
                found = found with { Mentions = [.. found.Mentions, .. single.Mentions], Skipped = [.. found.Skipped, .. single.Skipped] };
        }
        return found with { Next = null };
    }

    private async Task<ApiPage> SearchAsync(JsonObject search, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Server, "/conversations/search");
        var found = (await Client.PostAsync(address, search, IntercomJson.Default.JsonObject, IntercomJson.Default.IntercomConversations, cancellationToken)).Body;
        return PageOf(found.Conversations, found.Pages?.Next?.StartingAfter);
    }

    private async Task<ApiPage?> ConversationAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri(options.Server, $"/conversations/{Uri.EscapeDataString(id)}");
            return PageOf([(await Client.GetAsync(address, IntercomJson.Default.JsonElement, cancellationToken)).Body], next: null);
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 404)
        {
            return null;
        }
    }

    private ApiPage PageOf(IReadOnlyList<JsonElement>? conversations, string? next) => Page(conversations, IntercomJson.Default.IntercomConversation, Meaning, next);

    private SaidItem? Meaning(IntercomConversation conversation)
    {
        var said = conversation.Source;
        if (said?.Redacted == true)
            return new() { Id = conversation.Id, IsGone = true, ChangedAt = ItemTime.Seconds(conversation.UpdatedAt) };
        var text = Text(conversation);
        return text.Length == 0 || said?.Author?.Type is "admin" or "bot" or "team" ? null : new()
        {
            Id = conversation.Id,
            Author = string.IsNullOrWhiteSpace(said?.Author?.Name) ? said?.Author?.Id : said.Author.Name,
            Text = text,
            At = ItemTime.Seconds(conversation.CreatedAt),
            ChangedAt = ItemTime.Seconds(conversation.UpdatedAt),
            Rating = conversation.ConversationRating?.Rating,
            Link = options.Workspace is { Length: > 0 } workspace
                ? $"https://app.intercom.com/a/apps/{workspace}/inbox/inbox/all/conversations/{Uri.EscapeDataString(conversation.Id ?? "")}"
                : null,
        };
    }

    private static string Text(IntercomConversation conversation)
    {
        string[] parts = [PlainText.Of(conversation.Source?.Subject ?? ""), PlainText.Of(conversation.Source?.Body ?? ""), conversation.ConversationRating?.Remark?.Trim() ?? ""];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static ApiAccess Access(IntercomOptions options) => new("Intercom")
    {
        Account = options.Token!.Print,
        Credentials = ApiCredentials.Bearer(options.Token),
        Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Intercom-Version"] = "2.11", ["Accept"] = "application/json" },
        Explain = Explain,
    };

    private static string? Explain(ApiFault fault) => fault.Status switch
    {
        401 => "Intercom does not accept the token (401). Check Token of this source, and Server: workspaces in Europe and Australia have addresses of their own.",
        403 when fault.Body.Contains("api_plan_restricted", StringComparison.Ordinal) => "The plan of the Intercom workspace does not include this (403). Ask the workspace's owner what the plan includes.",
        403 => "Intercom does not let the app read conversations (403). Give it the right to read conversations in Developer Hub, Authentication.",
        _ => null,
    };
}
