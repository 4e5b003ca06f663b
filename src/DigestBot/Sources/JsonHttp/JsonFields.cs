namespace DigestBot.Sources.JsonHttp;

/// <summary>The fields of a mention that settings can map.</summary>
internal static class JsonFields
{
    public const string Id = "id";
    public const string Text = "text";
    public const string CreatedAt = "createdAt";
    public const string ChangedAt = "changedAt";
    public const string Author = "author";
    public const string Url = "url";
    public const string Likes = "likes";
    public const string Reposts = "reposts";
    public const string Replies = "replies";
    public const string Views = "views";
    public const string Followers = "authorFollowers";
    public const string Rating = "rating";
    public const string Language = "language";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Id, Text, CreatedAt, ChangedAt, Author, Url, Likes, Reposts, Replies, Views, Followers, Rating, Language];

    /// <summary>Without these there is no mention.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Id, Text, CreatedAt];
}
