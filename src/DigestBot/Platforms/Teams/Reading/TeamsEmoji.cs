using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>
/// What Teams calls a reaction, as Unicode: the classic six, the names of its SDK, and ids that begin with the emoji's code points
/// (<c>1f440_eyes</c>, <c>0031-20e3_keycap1</c>). The Core knows Unicode only.
/// </summary>
internal static class TeamsEmoji
{
    /// <summary>Longer names are none of Teams'.</summary>
    public const int LongestName = 100;

    private const string Tone = "tone";

    // Of six reactions four must carry the contract (decisions.md 6); hearts thank anyway, laughter and anger mean nothing.
    private static readonly Dictionary<string, string> FewForMany = new(StringComparer.Ordinal) { ["👍"] = "👀", ["😮"] = "💡", ["😢"] = "👎" };

    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["like"] = "👍", ["yes"] = "👍", ["heart"] = "❤", ["laugh"] = "😆", ["surprised"] = "😮", ["sad"] = "😢", ["angry"] = "😠",
        ["no"] = "👎", ["checkmark"] = "✅", ["hourglass"] = "⌛", ["pushpin"] = "📌", ["exclamation"] = "❗", ["launch"] = "🚀",
        ["lightbulb"] = "💡", ["applause"] = "👏", ["praise"] = "🙌", ["party"] = "🎉",
        ["keycap1"] = "1⃣", ["keycap2"] = "2⃣", ["keycap3"] = "3⃣", ["keycap4"] = "4⃣", ["keycap5"] = "5⃣",
        ["keycap6"] = "6⃣", ["keycap7"] = "7⃣", ["keycap8"] = "8⃣", ["keycap9"] = "9⃣", ["keycap10"] = "🔟", ["keycapten"] = "🔟",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the classic reactions mean in place of emoji that older clients do not offer.</summary>
    public static StandInReactions StandIns { get; } = new(TeamsAddress.Platform, FewForMany);

    /// <summary>The emoji of a reaction; one that is not known keeps its name (<c>:name:</c>), such as a company's own.</summary>
    /// <param name="type">As Teams wrote it.</param>
    public static string Of(string type)
    {
        var id = Toneless(type.Trim().ToLowerInvariant());
        return ByName.GetValueOrDefault(id) ?? Spelled(id) ?? EmojiNames.Canonical(id);
    }

    /// <summary>It is no emoji that anybody here has heard of.</summary>
    public static bool IsUnknown(string emoji) => emoji.StartsWith(':');

    // "1f64c-tone3", "like_tone2": the colour of a hand makes no difference.
    private static string Toneless(string id)
    {
        var at = id.LastIndexOf(Tone, StringComparison.Ordinal);
        return at > 1 && id[at - 1] is '-' or '_' && id.Length == at + Tone.Length + 1 && char.IsAsciiDigit(id[^1]) ? id[..(at - 1)] : id;
    }

    private static string? Spelled(string id)
    {
        var parts = id.Split('_');
        var points = parts[0].Split('-').ToList();
        // Also with an underline between the points; a name that reads like a number ("bee", "face") is a name.
        points.AddRange(parts.Skip(1).TakeWhile(part => part is "20e3" or "fe0f" or "200d"));
        var emoji = new StringBuilder();
        foreach (var point in points)
        {
            if (point.Length is < 2 or > 6 || !int.TryParse(point, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
                return null;
            emoji.Append(new Rune(value).ToString());
        }
        // Letters and digits alone are a name that happens to read as a number ("add", "23").
        return emoji.ToString() is { } spelled && spelled.EnumerateRunes().Any(rune => rune.Value >= 0x2000) ? EmojiNames.Canonical(spelled) : null;
    }
}
