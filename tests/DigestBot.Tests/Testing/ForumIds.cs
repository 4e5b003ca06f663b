using System.Globalization;

namespace DigestBot.Tests.Testing;

/// <summary>Ids as forums make them.</summary>
internal static class ForumIds
{
    /// <summary>A number of eight digits, the same each time for the same name.</summary>
    public static long Of(string name) => 10_000_000 + (long)(name.Aggregate(14_695_981_039_346_656_037UL, (hash, letter) => unchecked((hash ^ letter) * 1_099_511_628_211UL)) % 89_999_999);

    /// <summary>The same as text.</summary>
    public static string Text(string name) => Of(name).ToString(CultureInfo.InvariantCulture);
}
