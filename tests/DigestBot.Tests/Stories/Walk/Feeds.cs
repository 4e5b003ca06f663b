using DigestBot.Core.Mentions;
using DigestBot.Sources;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>Four sources of Acme Air's in the week that begins on 23 November; one of them cannot be read from Wednesday on.</summary>
internal sealed class Feeds : IDisposable
{
    private readonly List<(string Name, string Text, FeedOf Feed)> _feeds =
    [
        ("app-store", "Acme took nineteen days for my refund, the mail promised seven", new()),
        ("zendesk", "Acme, where is my refund? It was promised within seven days", new()),
        ("bluesky", "Thank you Acme crew, the kindest people I have flown with", new()),
        ("reddit", "Acme asks for my card before it shows me the seats", new()),
    ];

    public IMentionSource[] Sources => [.. _feeds.Select(feed => SourcesRegistration.ForFile(feed.Feed.Path, feed.Name))];

    /// <summary>What is said on a day of the week, 0 for Monday.</summary>
    public void Says(int day)
    {
        foreach (var (name, text, feed) in _feeds)
            feed.Says($"{name}-{day}", $"{text}, for the {day + 1}. time", $"2026-11-{23 + day:D2}T06:30:00Z", name, likes: day).Written();
        if (day >= 2)
            File.Delete(_feeds[^1].Feed.Path);
    }

    public void Dispose()
    {
        foreach (var (_, _, feed) in _feeds)
            feed.Dispose();
    }
}
