using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Reading back what stands: a channel newest first, a thread oldest first with its head in front.</summary>
internal static class FakeHistory
{
    private const int LongestPage = 999;

    public static JsonObject Channel(FakeCall call)
    {
        var channel = Readable(call);
        var messages = call.Workspace.Messages(channel.Id).Where(message => IsWithin(call, message.Ts)).Reverse();
        return Page(call, [.. messages]);
    }

    public static JsonObject Thread(FakeCall call)
    {
        var channel = Readable(call);
        var ts = call.Text("ts");
        var head = call.Workspace.Message(channel.Id, ts) ?? throw SlackSays.No("thread_not_found");
        return Page(call, [head, .. call.Workspace.Thread(channel.Id, ts).Where(message => IsWithin(call, message.Ts))]);
    }

    private static FakeChannel Readable(FakeCall call)
    {
        var id = call.Text("channel");
        lock (call.Workspace.Gate)
        {
            // A person's id is no conversation here, other than for posting.
            var channel = call.Workspace.Channels.GetValueOrDefault(id) ?? throw SlackSays.No("channel_not_found");
            call.Needs(channel switch { { With: not null } => "im:history", { IsPrivate: true } => "groups:history", _ => "channels:history" });
            return channel.Members.Contains(FakeWorkspace.Bot) ? channel : throw SlackSays.No(channel.IsPrivate ? "channel_not_found" : "not_in_channel");
        }
    }

    private static bool IsWithin(FakeCall call, string ts)
    {
        var isInclusive = call.Flag("inclusive");
        return (call.TextOrNull("oldest") is not { } oldest || Compare(ts, oldest) is > 0 || (isInclusive && ts == oldest))
            && (call.TextOrNull("latest") is not { } latest || Compare(ts, latest) is < 0 || (isInclusive && ts == latest));
    }

    // Ten digits of seconds, a dot, six digits: they sort as text once both have the fraction.
    private static int Compare(string ts, string other) =>
        string.CompareOrdinal(ts, other.Contains('.', StringComparison.Ordinal) ? other : other + ".000000");

    private static JsonObject Page(FakeCall call, IReadOnlyList<FakeMessage> messages)
    {
        var limit = Math.Clamp(call.Number("limit", 100), 1, LongestPage);
        var from = call.TextOrNull("cursor") is { Length: > 0 } cursor ? messages.TakeWhile(message => message.Ts != cursor).Count() : 0;
        var next = from + limit < messages.Count ? messages[from + limit].Ts : "";
        return new()
        {
            ["messages"] = new JsonArray([.. messages.Skip(from).Take(limit).Select(message => message.Shown(call.Flag("include_all_metadata")))]),
            ["has_more"] = next.Length > 0,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }
}
