using DigestBot.Core.Understanding;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Understanding;

/// <summary>What holds for whatever people (and attackers) write.</summary>
public sealed class AnyText
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "@", "#", "@SouthwestAir", "@ann_b", "ann@example.com", "+49 711 2233-4455", "4111 1111 1111 1111", "DE89370400440532013000",
        "Thanks for cancelling my flight", "my name is", "Ann Lee", "https://", "http://t.co/x", "<!--", "-->", "```", "😡", "👩\u200D👩\u200D👧", "\uD83D", "\uDE00",
        "شركة الطيران", "\u202E", "サービスが最悪", "日本", "ß", "Œuvre", "e\u0301", "L'Oréal", "don't", "''", "not", "!!!", "?", "...", ":-(", "<3", "=",
        "12", "12.30", "000", "x", "sooooooo", "A", "AT&T", "&amp;", "&", "\0", "\u200B", "Hauptstraße 12", "12 Old Mill Road", "l'", "#DestinationDragons", "wait", "for",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<char>().ListOf().Select(letters => string.Concat(letters)));

    [Fact]
    public void Is_read_without_failing_and_within_the_promised_limits() => ForAll(text =>
    {
        var insight = Reading.Of(text);
        return insight.SentimentScore is >= -1 and <= 1 && insight.SuggestionScore is >= 0 and <= 1 && insight.Severity is >= 0 and <= 1
            && insight.Topics.Count <= 5 && insight.Phrases.Count <= 8 && insight.Language.Length is 2 or 3;
    });

    [Fact]
    public void Is_masked_only_inside_itself_and_nowhere_twice() => ForAll(text =>
    {
        var mention = Reading.Said(text);
        var end = 0;
        foreach (var span in Reading.Reader.Read(mention).PersonalData)
        {
            if (span.Start < end || span.Length < 1 || span.Start + span.Length > mention.Text.Length)
                return false;
            end = span.Start + span.Length;
        }
        return true;
    });

    [Fact]
    public void Means_the_same_every_time_and_for_every_reader() => ForAll(text =>
        Described(Reading.Of(text)) == Described(Reading.Of(text)));

    [Fact]
    public void Of_a_million_letters_is_read_like_any_other()
    {
        var insight = Reading.Of(string.Concat(Enumerable.Repeat("my bag is lost and nobody answers! ", 30_000)));
        Assert.Equal(MentionKind.Issue, insight.Kind);
    }

    [Fact]
    public void Made_to_be_slow_is_read_like_any_other()
    {
        foreach (var piece in new[] { "lost my ", "@", "(", "<!--", "```", "1 2-", "DE89 3704 ", "a.", "#A", "あ", "e\u0301" })
            Assert.NotNull(Reading.Of(string.Concat(Enumerable.Repeat(piece, 20_000))));
    }

    [Fact]
    public void Read_on_many_threads_at_once_means_what_it_means_on_one()
    {
        var texts = Enumerable.Range(0, 2_000).Select(i => $"{Pieces[i % Pieces.Length]} flight {i} was cancelled, {Pieces[i * 7 % Pieces.Length]} great crew").ToArray();
        var expected = texts.Select(text => Described(Reading.Of(text))).ToArray();
        var actual = new string[texts.Length];
        Parallel.For(0, texts.Length, i => actual[i] = Described(Reading.Of(texts[i])));
        Assert.Equal(expected, actual);
    }

    private static string Described(Insight insight) =>
        $"{insight} {string.Join('|', insight.Topics)} {string.Join('|', insight.Phrases)} {string.Join('|', insight.PersonalData)} {string.Join('|', insight.Competitors)}";

    private static void ForAll(Func<string, bool> holds) =>
        Prop.ForAll(Texts.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
