using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// What a modal carries from its opening to its submission. People can read and forge it, so it holds opaque ids only, and what
/// they may do is asked again on submission.
/// </summary>
/// <param name="About">Id of a touch point, number of a follow-up or week; empty when it is about nothing in particular.</param>
/// <param name="Channel">Slack's id of the channel that the answer goes to; null for a direct message.</param>
/// <param name="Thread">The <c>ts</c> of the thread that the answer goes to, or null.</param>
/// <param name="Offset">
/// Minutes east of UTC of who opened it, -900 to 900: a date in the past is told before the modal closes. Only a courtesy; the
/// action reads dates by the person's own zone.
/// </param>
internal sealed record DialogMetadata(string About, string? Channel, string? Thread, int Offset = 0)
{
    private const int LongestId = 40;
    private const int FarthestOffset = 900;

    /// <summary>What a modal carries that somebody opens.</summary>
    public static DialogMetadata Of(SlackPress press, FormCall call) => new(FormAbout.First(call.About), press.Channel, press.Thread, call.Offset);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is missing or was made by somebody else.</summary>
    public static DialogMetadata? Parse(string? text) =>
        text is { Length: > 1 and <= 3_000 } && InboundJson.ObjectOf(Encoding.UTF8.GetBytes(text)) is { } json ? Read(json) : null;

    /// <inheritdoc />
    public override string ToString()
    {
        var json = new JsonObject { ["about"] = About };
        if (Channel is not null)
            json["channel"] = Channel;
        if (Thread is not null)
            json["thread"] = Thread;
        if (Offset != 0)
            json["offset"] = Offset;
        return json.ToJsonString();
    }

    /// <summary>Today where the modal was opened.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddMinutes(Offset));

    private static DialogMetadata? Read(JsonElement json)
    {
        if (json.TextOf("about") is not { } about || !FormAbout.IsOpaque(about))
            return null;
        var (channel, thread) = (json.TextOf("channel"), json.TextOf("thread"));
        if (channel is { Length: > LongestId } || thread is { Length: > LongestId })
            return null;
        return new(about, channel, thread, Math.Clamp(Number(json.PartOf("offset")), -FarthestOffset, FarthestOffset));
    }

    private static int Number(JsonElement offset) => offset.ValueKind == JsonValueKind.Number && offset.TryGetInt32(out var number) ? number : 0;
}
