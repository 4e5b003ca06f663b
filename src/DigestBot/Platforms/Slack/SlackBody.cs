using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Slack;

/// <summary>The frame of every message: <c>{"text","blocks"}</c>.</summary>
internal static class SlackBody
{
    /// <summary>
    /// Longest text that is read aloud, in UTF-16 units after escaping: Slack advises 4,000 and refuses more when a message is
    /// changed.
    /// </summary>
    public const int LongestText = 3_900;

    /// <summary>A message.</summary>
    /// <param name="spoken">What a screen reader and a notification say, line by line; plain text.</param>
    /// <param name="blocks">At most 50; missing ones are left out.</param>
    public static JsonObject Of(IEnumerable<string> spoken, IEnumerable<JsonObject?> blocks)
    {
        var text = SlackText.Escape(string.Join('\n', spoken), LongestText);
        return new() { ["text"] = text, ["blocks"] = Named(SlackBlocks.Array(blocks)) };
    }

    /// <summary>Gives the blocks ids: Slack asks for ids that differ within a message and from one version of it to the next.</summary>
    public static JsonArray Named(JsonArray blocks)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blocks.ToJsonString())).AsSpan(0, 6));
        var place = 0;
        foreach (var block in blocks)
            block!["block_id"] = $"{version}.{place++}";
        return blocks;
    }
}
