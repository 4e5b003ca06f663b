using System.Text.Json;

namespace DigestBot.Tests.Testing;

/// <summary>A feed in a file of its own, gone at the end of the test.</summary>
internal sealed class FeedOf : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-feed-").FullName;
    private readonly List<string> _lines = [];

    public string Path => System.IO.Path.Combine(_folder, "feed.ndjson");

    public FeedOf Says(string id, string text, string at, string source = "social", string? author = null, int likes = 0) =>
        Line(JsonSerializer.Serialize(new { id, source, author = author ?? "a-" + id, text, createdAt = at, url = $"https://example.com/{id}", engagement = new { likes, reposts = 0, replies = 0 } }));

    public FeedOf Line(string line)
    {
        _lines.Add(line);
        return this;
    }

    public FeedOf Written()
    {
        File.WriteAllLines(Path, _lines);
        return this;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
