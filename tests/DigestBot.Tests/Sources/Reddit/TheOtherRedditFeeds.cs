using DigestBot.Settings;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Sources.Reddit;

public sealed class TheRedditComments : TheRedditPosts
{
    public TheRedditComments() => Reddit.Comments = true;

    private protected override string Reads => """ "Subreddit": "travel", "Comments": true """;

    private protected override string Asks => "/r/travel/comments?limit=100&raw_json=1";
}

public sealed class TheRedditSearch : TheRedditPosts
{
    private protected override string Reads => """ "Query": "\"acme air\"" """;

    private protected override string Asks => "/search?q=%22acme%20air%22&sort=new&type=link&limit=100&raw_json=1";

    [Theory]
    [InlineData("true", null, "acme", "Comments")]
    [InlineData("false", null, null, "Subreddit")]
    [InlineData("false", "r/travel", null, "Subreddit")]
    public void Is_checked_before_the_program_starts(string comments, string? subreddit, string? query, string expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Sources:0:Name"] = "talk",
            ["Sources:0:Kind"] = "Reddit",
            ["Sources:0:ClientId"] = "acme-id",
            ["Sources:0:ClientSecret"] = "open-sesame",
            ["Sources:0:UserName"] = "acme_listens",
            ["Sources:0:Comments"] = comments,
            ["Sources:0:Subreddit"] = subreddit,
            ["Sources:0:Query"] = query,
        }).Build();

        Assert.Contains(SettingsCheck.Faults(settings), fault => fault.StartsWith($"Sources:0:{expected}", StringComparison.Ordinal));
    }
}
