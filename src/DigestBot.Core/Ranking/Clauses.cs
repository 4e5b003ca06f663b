using System.Globalization;

namespace DigestBot.Core.Ranking;

/// <summary>Numbers and words as reasons have them.</summary>
internal static class Clauses
{
    /// <summary>"1 person", "1,204 people".</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>"1 person", "56 people".</summary>
    public static string People(long number) => Count(number, "person", "people");

    /// <summary>"1,204".</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"4.2", "12": one decimal below ten, and none where it would be zero.</summary>
    public static string Times(double ratio) =>
        ratio.ToString(ratio < 9.95 ? "0.#" : "N0", CultureInfo.InvariantCulture);
}
