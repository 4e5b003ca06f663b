using System.Collections.Frozen;

namespace DigestBot.Sources.Csv;

/// <summary>The fields of a mention that a CSV file can have as columns.</summary>
internal static class CsvFields
{
    public const string Id = "id";
    public const string Author = "author";
    public const string Text = "text";
    public const string CreatedAt = "createdAt";
    public const string Url = "url";
    public const string Likes = "likes";
    public const string Reposts = "reposts";
    public const string Replies = "replies";
    public const string Views = "views";
    public const string AuthorFollowers = "authorFollowers";
    public const string Rating = "rating";
    public const string Language = "language";

    /// <summary>All of them, compared without case.</summary>
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, Id, Author, Text, CreatedAt, Url, Likes, Reposts, Replies, Views, AuthorFollowers, Rating, Language);
}
