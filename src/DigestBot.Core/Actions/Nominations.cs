using System.Security.Cryptography;
using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions;

/// <summary>
/// Mentions that people bring by hand. One that waits for a curator is kept as excluded, so it counts nowhere; accepting it
/// keeps it again as read.
/// </summary>
internal static class Nominations
{
    /// <summary>The source they are kept under.</summary>
    public const string Source = "nominated";

    /// <summary>The mention of what was typed; the same words again are the same mention.</summary>
    /// <param name="text">The customer's words.</param>
    /// <param name="note">What the person says about it: a link in it is where it was said. Null when nothing was.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Mention Of(string text, string? note, Person by, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CleanText.Of(text)))[..8]);
        return new(new(Source, id), by.Name, text, now) { Link = LinkIn(note) ?? LinkIn(text) };
    }

    private static string? LinkIn(string? text) => text?.Split(' ', '\n').FirstOrDefault(word => WebLink.OrNull(word) is not null);

    /// <summary>Kept, but counted nowhere.</summary>
    public static ReadMention Waiting(this IMentionReader reader, Mention mention) =>
        new(mention, reader.Read(mention) with { IsExcluded = true });

    /// <summary>Counts: a person says that it is about us and no spam.</summary>
    public static ReadMention Accepted(this IMentionReader reader, Mention mention) =>
        new(mention, reader.Read(mention) with { IsExcluded = false, IsSpam = false, NamesBrand = true });
}
