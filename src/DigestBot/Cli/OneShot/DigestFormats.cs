using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Console;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Teams;

namespace DigestBot.Cli.OneShot;

/// <summary>An edition, or one of its touch points, in the formats of <c>digest --format</c>.</summary>
internal static class DigestFormats
{
    // Standard output is UTF-8 data, not part of a page: letters stay readable.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>The edition as views take it: nobody has done anything with it yet.</summary>
    public static EditionCard Card(Edition edition) => new(edition, new Dictionary<string, TouchPointState>(StringComparer.Ordinal), PageAddress: null);

    /// <summary>The text of a format.</summary>
    /// <param name="format"><c>html</c>, <c>slack</c>, <c>teams</c> or <c>json</c>.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="mentions">The week's mentions: the evidence.</param>
    /// <param name="point">Only this touch point; null for the whole edition.</param>
    public static string Of(string format, Edition edition, IReadOnlyList<ReadMention> mentions, TouchPoint? point) => format switch
    {
        "html" => Html(point is null ? edition : Only(edition, point), mentions),
        "slack" => Json(point is null ? SlackView.Edition(Card(edition)) : SlackView.TouchPoint(Card(edition), point.Rank)),
        // For whatever draws Adaptive Cards, so without what only Teams draws.
        "teams" => Json(TeamsExtras.Without(point is null ? TeamsView.Edition(Card(edition)) : TeamsView.TouchPoint(Card(edition), point.Rank))),
        _ => point is null ? DigestJson.Of(edition) : DigestJson.Of(point),
    };

    private static string Html(Edition edition, IReadOnlyList<ReadMention> mentions) =>
        HtmlView.Page(Card(edition), new Evidence(mentions.ToDictionary(read => read.Mention.Id), Address: null));

    private static Edition Only(Edition edition, TouchPoint point) => edition with { TouchPoints = [point], RunnersUp = [] };

    private static string Json(JsonObject view) => view.ToJsonString(Readable);
}
