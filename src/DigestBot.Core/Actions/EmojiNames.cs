using System.Collections.Frozen;
using System.Text;

namespace DigestBot.Core.Actions;

/// <summary>
/// Emoji by the short names that chat programs, settings and people write (after iamcal/emoji-data, which Slack uses). Only those
/// that could mean something in the reaction contract; what is not here keeps its name.
/// </summary>
public static class EmojiNames
{
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["eyes"] = "👀", ["eye"] = "👁", ["bulb"] = "💡", ["idea"] = "💡", ["zap"] = "⚡", ["rocket"] = "🚀",
        ["one"] = "1⃣", ["two"] = "2⃣", ["three"] = "3⃣", ["four"] = "4⃣", ["five"] = "5⃣", ["six"] = "6⃣",
        ["seven"] = "7⃣", ["eight"] = "8⃣", ["nine"] = "9⃣", ["keycap_ten"] = "🔟", ["ten"] = "🔟", ["zero"] = "0⃣",
        ["white_check_mark"] = "✅", ["heavy_check_mark"] = "✅", ["ballot_box_with_check"] = "✅", ["check"] = "✅",
        ["raised_hands"] = "🙌", ["clap"] = "👏", ["tada"] = "🎉", ["confetti_ball"] = "🎊", ["trophy"] = "🏆",
        ["heart"] = "❤", ["hearts"] = "❤", ["sparkling_heart"] = "💖", ["heart_eyes"] = "😍", ["pray"] = "🙏", ["muscle"] = "💪",
        ["no_entry_sign"] = "🚫", ["no_entry"] = "⛔", ["x"] = "❌", ["thumbsdown"] = "👎", ["-1"] = "👎",
        ["thumbsup"] = "👍", ["+1"] = "👍", ["fire"] = "🔥", ["star"] = "⭐", ["100"] = "💯", ["wave"] = "👋",
        ["question"] = "❓", ["exclamation"] = "❗", ["heavy_exclamation_mark"] = "❗", ["warning"] = "⚠", ["rotating_light"] = "🚨",
        ["hourglass"] = "⌛", ["hourglass_flowing_sand"] = "⏳", ["calendar"] = "📆", ["date"] = "📅", ["bell"] = "🔔",
        ["joy"] = "😂", ["laughing"] = "😆", ["satisfied"] = "😆", ["smile"] = "😄", ["open_mouth"] = "😮", ["astonished"] = "😲",
        ["cry"] = "😢", ["sob"] = "😭", ["angry"] = "😠", ["rage"] = "😡", ["thinking_face"] = "🤔", ["thinking"] = "🤔",
        ["moneybag"] = "💰", ["money_with_wings"] = "💸", ["dollar"] = "💵", ["euro"] = "💶", ["credit_card"] = "💳", ["bank"] = "🏦",
        ["scales"] = "⚖", ["balance_scale"] = "⚖", ["hammer"] = "🔨", ["wrench"] = "🔧", ["hammer_and_wrench"] = "🛠", ["gear"] = "⚙",
        ["computer"] = "💻", ["desktop_computer"] = "🖥", ["bug"] = "🐛", ["beetle"] = "🐞", ["lock"] = "🔒", ["shield"] = "🛡",
        ["package"] = "📦", ["truck"] = "🚚", ["airplane"] = "✈", ["car"] = "🚗", ["house"] = "🏠", ["office"] = "🏢",
        ["chart_with_upwards_trend"] = "📈", ["chart_with_downwards_trend"] = "📉", ["bar_chart"] = "📊", ["mega"] = "📣",
        ["loudspeaker"] = "📢", ["newspaper"] = "📰", ["art"] = "🎨", ["dart"] = "🎯", ["handshake"] = "🤝", ["shopping_cart"] = "🛒",
        ["telephone_receiver"] = "📞", ["phone"] = "☎", ["headphones"] = "🎧", ["ambulance"] = "🚑", ["hospital"] = "🏥",
        ["busts_in_silhouette"] = "👥", ["bust_in_silhouette"] = "👤", ["memo"] = "📝", ["pencil"] = "📝", ["books"] = "📚", ["link"] = "🔗",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// One way of writing for the many of one emoji: Unicode without variation selector and skin tone; <c>:name:</c> in lower case
    /// for a name not known here, such as a company's own emoji.
    /// </summary>
    /// <param name="written">Unicode, or a short name with or without colons and skin tone (<c>clap::skin-tone-3</c>).</param>
    public static string Canonical(string written)
    {
        var emoji = written.Trim();
        if (emoji.Length == 0 || !emoji.All(char.IsAscii))
            return Plain(emoji);
        var name = emoji.Trim(':');
        var tone = name.IndexOf("::", StringComparison.Ordinal);
        name = (tone < 0 ? name : name[..tone]).ToLowerInvariant();
        return ByName.GetValueOrDefault(name, $":{name}:");
    }

    // U+FE0F only asks for the colourful form; U+1F3FB to U+1F3FF are skin tones.
    private static string Plain(string emoji)
    {
        var plain = new StringBuilder(emoji.Length);
        foreach (var rune in emoji.EnumerateRunes())
        {
            if (rune.Value is not (0xFE0F or (>= 0x1F3FB and <= 0x1F3FF)))
                plain.Append(rune.ToString());
        }
        return plain.ToString();
    }
}
