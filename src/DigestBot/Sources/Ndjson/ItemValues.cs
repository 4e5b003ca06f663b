using System.Text;
using System.Text.Json;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>Reads the value behind a property name; what cannot be gives null and a fault.</summary>
internal static class ItemValues
{
    /// <summary>The text that the reader stands on.</summary>
    public static string? Text(ref Utf8JsonReader reader, string name, ref string? fault)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        if (reader.TokenType != JsonTokenType.Null)
            fault ??= $"{name} is not a text";
        reader.Skip();
        return null;
    }

    /// <summary>A short text or a number, fit to be looked up by.</summary>
    public static string? Name(ref Utf8JsonReader reader, string name, ref string? fault)
    {
        reader.Read();
        var text = reader.TokenType == JsonTokenType.Number
            ? Encoding.UTF8.GetString(reader.ValueSpan)
            : Text(ref reader, name, ref fault);
        if (text is null)
            return null;
        if (text.Length > MentionLimits.LongestName)
            fault ??= $"{name} is longer than {MentionLimits.LongestName} characters";
        return CleanText.Of(text).Trim();
    }

    /// <summary>A text that may be left out without losing the item.</summary>
    public static string? OptionalText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>ISO 639-1 out of <c>en</c>, <c>EN</c>, <c>en-GB</c>; anything else says nothing.</summary>
    public static string? Language(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.ValueTextEqualsIfString("en"u8))
            return "en";
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        var tag = reader.GetString()!.ToLowerInvariant();
        var isCode = tag.Length == 2 || (tag.Length > 2 && tag[2] is '-' or '_');
        return isCode && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) ? string.Intern(tag[..2]) : null;
    }

    /// <summary>A count, or null.</summary>
    public static long? Count(ref Utf8JsonReader reader, string name, ref string? fault)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var count) && count is >= 0 and <= MentionLimits.MostCounted)
            return count;
        fault ??= $"{name} is not a whole number from 0 to {MentionLimits.MostCounted}";
        reader.Skip();
        return null;
    }

    /// <summary>Stars, or null.</summary>
    public static double? Rating(ref Utf8JsonReader reader, ref string? fault)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var rating) && rating is >= 1 and <= 5)
            return rating;
        fault ??= "rating is not a number from 1 to 5";
        reader.Skip();
        return null;
    }

    /// <summary>A time with an offset, or without one in UTC.</summary>
    public static DateTimeOffset? Time(ref Utf8JsonReader reader, ref string? fault)
    {
        reader.Read();
        if (TryTime(ref reader, out var time))
            return time;
        if (reader.TokenType != JsonTokenType.Null)
            fault ??= $"createdAt is not {MentionLimits.TimeExpected}";
        reader.Skip();
        return null;
    }

    // Without an offset System.Text.Json would take the zone of this machine. The years keep calendars from running over.
    private static bool TryTime(ref Utf8JsonReader reader, out DateTimeOffset time)
    {
        time = default;
        if (reader.TokenType != JsonTokenType.String)
            return false;
        if (HasOffset(reader.ValueSpan))
            return reader.TryGetDateTimeOffset(out time) && MentionLimits.IsPlausible(time);
        if (!reader.TryGetDateTime(out var local))
            return false;
        time = new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        return MentionLimits.IsPlausible(time);
    }

    private static bool HasOffset(ReadOnlySpan<byte> time) =>
        time is [.., (byte)'Z'] || (time.Length > 10 && time[^6] is (byte)'+' or (byte)'-');

    private static bool ValueTextEqualsIfString(this ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text);
}
