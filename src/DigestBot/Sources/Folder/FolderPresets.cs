namespace DigestBot.Sources.Folder;

/// <summary>The headers of known exports. Suites let people choose columns and rename them now and then, so each field has alternatives.</summary>
internal static class FolderPresets
{
    /// <summary>Fields of a mention that a column can hold.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["id", "author", "text", "createdAt", "url", "likes", "reposts", "replies", "views", "authorFollowers", "rating", "language"];

    /// <summary>Without these there is no mention.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["id", "text", "createdAt"];

    private static readonly Dictionary<string, string> Plain = Fields.ToDictionary(field => field, field => field, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<FolderPreset, Dictionary<string, string>> Known = new()
    {
        [FolderPreset.None] = Plain,
        [FolderPreset.Brandwatch] = Of(
            ("id", "Resource Id | Mention Id | Url"), ("author", "Author | Full Name"), ("text", "Title + Full Text | Snippet"), ("createdAt", "Date"),
            ("url", "Url | Original Url"), ("likes", "Twitter Likes | X Likes | Facebook Likes | Instagram Like Count | Likes"),
            ("reposts", "Twitter Retweets | X Reposts | Facebook Shares"), ("replies", "Twitter Reply Count | X Replies | Facebook Comments | Instagram Comment Count | Blog Comments"),
            ("views", "Impressions"), ("authorFollowers", "Twitter Followers | X Followers | Instagram Follower Count"), ("rating", "Rating"), ("language", "Language")),
        [FolderPreset.Meltwater] = Of(
            ("id", "Document ID | URL"), ("author", "Influencer | Author Name | Author Handle | Source | Source Name"), ("text", "Headline | Title + Hit Sentence | Opening Text"),
            ("createdAt", "Date + Time"), ("url", "URL"), ("likes", "Likes"), ("reposts", "Shares | Reposts"), ("replies", "Comments | Replies"),
            ("views", "Views"), ("authorFollowers", "Followers"), ("language", "Language")),
        [FolderPreset.Sprinklr] = Of(
            ("id", "Universal Message Id | Message Id | Permalink"), ("author", "Sender Screen Name | Author Screen Name | User Name"), ("text", "Conversation Stream | Message"),
            ("createdAt", "Created Time | CreatedTime"), ("url", "Permalink"), ("likes", "Likes"), ("reposts", "Shares | Retweets"), ("replies", "Comments | Replies"),
            ("views", "Views"), ("authorFollowers", "Sender Followers Count | Sender Follower Count"), ("rating", "Star Rating | Rating"), ("language", "Language")),
        [FolderPreset.SproutSocial] = Of(
            ("id", "Message ID | Post ID | Permalink | Link"), ("author", "Author | Username | From User | Profile"), ("text", "Message | Post | Text"),
            ("createdAt", "Date | Sent Time | Timestamp (UTC) + Time"), ("url", "Permalink | Link | Linked Content"), ("likes", "Likes | Reactions"), ("reposts", "Shares | Reposts"),
            ("replies", "Comments | Replies"), ("views", "Impressions | Views"), ("authorFollowers", "Followers"), ("rating", "Rating"), ("language", "Language")),
        [FolderPreset.Talkwalker] = Of(
            ("id", "url"), ("author", "extra_author_attributes.short_name | extra_author_attributes.name"), ("text", "title | title_snippet + content | content_snippet"),
            ("createdAt", "published"), ("url", "url"),
            ("likes", "article_extended_attributes.twitter_likes | article_extended_attributes.facebook_likes | article_extended_attributes.instagram_likes | article_extended_attributes.youtube_likes"),
            ("reposts", "article_extended_attributes.twitter_retweets | article_extended_attributes.twitter_shares | article_extended_attributes.facebook_shares"),
            ("replies", "article_extended_attributes.num_comments"), ("views", "article_extended_attributes.youtube_views"),
            ("authorFollowers", "source_extended_attributes.twitter_followers | source_extended_attributes.instagram_followers"), ("language", "lang")),
    };

    /// <summary>Where each field stands, of a source's own settings and its preset.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> ColumnsOf(FolderOptions options)
    {
        var columns = new Dictionary<string, string>(Known[options.Preset], StringComparer.OrdinalIgnoreCase);
        foreach (var (field, headers) in options.Columns)
            columns[field] = headers;
        return columns.ToDictionary(column => column.Key, column => Parts(column.Value), StringComparer.OrdinalIgnoreCase);
    }

    // "A | B + C": B stands in for an empty A, and C is joined to it.
    private static IReadOnlyList<IReadOnlyList<string>> Parts(string headers) =>
        [.. headers.Split(" + ", StringSplitOptions.TrimEntries).Select(part => (IReadOnlyList<string>)part.Split(" | ", StringSplitOptions.TrimEntries))];

    private static Dictionary<string, string> Of(params (string Field, string Headers)[] columns) =>
        columns.ToDictionary(column => column.Field, column => column.Headers, StringComparer.OrdinalIgnoreCase);
}
