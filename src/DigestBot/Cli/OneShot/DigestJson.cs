using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;

namespace DigestBot.Cli.OneShot;

/// <summary>An edition as other programs read it. The shape is a promise: keys, their order and their meaning stay.</summary>
internal static class DigestJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Standard output is UTF-8 data, not part of a page: letters stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The whole edition.</summary>
    public static string Of(Edition edition) => JsonSerializer.Serialize(
        new DigestShape(
            edition.Key.Week.ToString(), edition.From, edition.To, edition.Numbers.Mentions,
            [.. edition.Coverage.Select(source => new SourceShape(source.Source, source.Mentions, Word(source.State)))],
            [.. edition.TouchPoints.Select(Shape)],
            [.. edition.RunnersUp.Select(Shape)],
            [.. edition.Trends.Where(trend => trend.State is not TrendState.Fading).Select(Shape)],
            [.. edition.Trends.Where(trend => trend.State is TrendState.Fading).Select(Shape)],
            [.. edition.Voices.Select(voice => new VoiceShape(voice.Name, voice.Mentions, voice.WithUs, voice.Share, voice.PreviousShare))]),
        Options);

    /// <summary>One touch point.</summary>
    public static string Of(TouchPoint point) => JsonSerializer.Serialize(Shape(point), Options);

    private static PointShape Shape(TouchPoint point) => new(
        point.Rank, Word(point.Kind), point.Headline, point.Quote.Text, point.Quote.Mention.ExternalId, point.Department, point.Score,
        point.Reasons, [.. point.MentionIds.Select(id => id.ExternalId)],
        new(point.Metrics.Mentions, point.Metrics.Authors, point.Metrics.Reach, point.Metrics.Sentiment, point.Metrics.PreviousWeek));

    private static TrendShape Shape(EditionTrend trend) => new(
        trend.Title, Word(trend.State), trend.Weeks, trend.People, trend.Usual, [.. trend.MentionIds.Select(id => id.ExternalId)],
        [.. trend.Quotes.Select(quote => new QuoteShape(quote.Text, quote.Mention.ExternalId))]);

    private static string Word(TrendState state) => state.ToString().ToLowerInvariant();

    private static string Word(TouchPointKind kind) => kind.ToString().ToLowerInvariant();

    private static string Word(CoverageState state) => state.ToString().ToLowerInvariant();

    private sealed record DigestShape(
        string Week, DateTimeOffset From, DateTimeOffset To, int Mentions, IReadOnlyList<SourceShape> Sources,
        IReadOnlyList<PointShape> TouchPoints, IReadOnlyList<PointShape> RunnersUp,
        IReadOnlyList<TrendShape> Trends, IReadOnlyList<TrendShape> FadingTrends, IReadOnlyList<VoiceShape> Voices);

    private sealed record SourceShape(string Name, int Mentions, string State);

    private sealed record PointShape(
        int Rank, string Kind, string Headline, string Quote, string QuotedMentionId, string? Department, double Score,
        IReadOnlyList<string> Reasons, IReadOnlyList<string> MentionIds, MetricsShape Metrics);

    private sealed record TrendShape(
        string Title, string State, int Weeks, int People, double Usual, IReadOnlyList<string> MentionIds, IReadOnlyList<QuoteShape> Quotes);

    private sealed record QuoteShape(string Text, string MentionId);

    private sealed record VoiceShape(string Name, int Mentions, int WithUs, double? ShareOfVoice, double? PreviousShareOfVoice);

    private sealed record MetricsShape(int Mentions, int Authors, long Reach, double Sentiment, int? PreviousWeek);
}
