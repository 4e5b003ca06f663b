using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>Finds one clear voice for an alert. It stays the same while its mention is there, so that an update changes numbers only.</summary>
public sealed class AlertQuotes(IMentionStore mentions)
{
    private const int MostRead = 60;
    private const int Best = 120; // long enough to tell what happened, short enough for one glance

    /// <summary>The words of a mention, masked; null when it is gone or nothing of it can be shown.</summary>
    internal async Task<string?> WordsAsync(MentionId? quoted, CancellationToken cancellationToken) =>
        quoted is { } id && await mentions.FindAsync([id], cancellationToken) is [var read] ? Passage.Of(read, EditionLimits.Quote)?.Text : null;

    /// <summary>The one of these whose words are clearest; null when none can be shown.</summary>
    internal async Task<MentionId?> ClearestAsync(IReadOnlyList<Glimpse> told, CancellationToken cancellationToken)
    {
        var step = Math.Max(1, told.Count / MostRead);
        var ids = told.Where((_, at) => at % step == 0).Select(glimpse => glimpse.Id).ToList();
        return (await mentions.FindAsync(ids, cancellationToken))
            .Select(read => Passage.Of(read, EditionLimits.Quote)).OfType<Passage>()
            .OrderByDescending(passage => Clarity.Of(passage.Text) * Math.Min(1, passage.Text.Length / (double)Best) * (1 + (passage.Read.Insight.Severity / 2)))
            .ThenBy(passage => passage.Read.Mention.Id)
            .FirstOrDefault()?.Read.Mention.Id;
    }
}
