using System.Globalization;
using CsvHelper;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Csv;

/// <summary>Makes a mention of the row that a CSV reader stands on.</summary>
/// <param name="source">Name given to every mention.</param>
/// <param name="columns">Index of each field's column, -1 when the file has none.</param>
internal sealed class MentionRow(string source, IReadOnlyDictionary<string, int> columns)
{
    /// <summary>The mention, or null with the reason, which quotes nothing of the row.</summary>
    public Mention? Read(CsvReader row, out string? fault)
    {
        fault = null;
        var id = Value(row, CsvFields.Id);
        var author = Value(row, CsvFields.Author)?.TrimStart('@') ?? "";
        var text = Value(row, CsvFields.Text);
        if (id is null || id.Length > MentionLimits.LongestName || author.Length > MentionLimits.LongestName)
            fault = $"no id, or id or author longer than {MentionLimits.LongestName} characters";
        if (text is null)
            fault ??= "no text; expected what was said";
        var saidAt = Time(row, ref fault);
        var likes = Count(row, CsvFields.Likes, ref fault) ?? 0;
        var reposts = Count(row, CsvFields.Reposts, ref fault) ?? 0;
        var replies = Count(row, CsvFields.Replies, ref fault) ?? 0;
        var views = Count(row, CsvFields.Views, ref fault);
        var followers = Count(row, CsvFields.AuthorFollowers, ref fault);
        var rating = Rating(row, ref fault);
        if (fault is not null)
            return null;
        return new(new(source, CleanText.Of(id!)), CleanText.Of(author), text!, saidAt)
        {
            Link = Value(row, CsvFields.Url),
            Engagement = new(likes, reposts, replies, views),
            AuthorFollowers = followers,
            Rating = rating,
            Language = Language(Value(row, CsvFields.Language)),
        };
    }

    private string? Value(CsvReader row, string field)
    {
        var at = columns[field];
        var value = at >= 0 ? row.GetString(at).Trim() : null;
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private DateTimeOffset Time(CsvReader row, ref string? fault)
    {
        if (DateTimeOffset.TryParse(Value(row, CsvFields.CreatedAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && MentionLimits.IsPlausible(time))
            return time;
        fault ??= $"no createdAt that is {MentionLimits.TimeExpected}";
        return default;
    }

    private long? Count(CsvReader row, string field, ref string? fault)
    {
        if (Value(row, field) is not { } value)
            return null;
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MentionLimits.MostCounted)
            return count;
        fault ??= $"{field} is not a whole number from 0 to {MentionLimits.MostCounted}";
        return null;
    }

    private double? Rating(CsvReader row, ref string? fault)
    {
        if (Value(row, CsvFields.Rating) is not { } value)
            return null;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= 5)
            return rating;
        fault ??= "rating is not a number from 1 to 5";
        return null;
    }

    private static string? Language(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || tag[2] is '-' or '_')
            ? tag[..2].ToLowerInvariant()
            : null;
}
