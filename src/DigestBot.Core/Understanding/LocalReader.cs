using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Understands mentions without any service: a text is cut into words once, every word and pattern of the lexicon is found
/// in the same walk, and each rule is a pure function of what was found. Safe to use from many threads at once.
/// </summary>
public sealed class LocalReader : IMentionReader
{
    [ThreadStatic]
    private static TokenBuffer? buffer;

    // Thanks without a subject are about the company as a whole; as one topic the many small ones are seen together.
    private static readonly string[] Praise = ["thanks and praise"];

    private readonly Lexicon _lexicon;
    private readonly SubjectRule _subjects;
    private readonly NamesRule _names;
    private readonly PhraseRule _phrases = new();

    /// <summary>Prepares the tables for a company; takes some hundredths of a second, so one reader serves a whole program.</summary>
    /// <param name="rules">What the company tells about itself.</param>
    public LocalReader(ReadingRules rules)
        : this(rules, LexiconFiles.BuiltIn)
    {
    }

    internal LocalReader(ReadingRules rules, IEnumerable<(LexiconSection Section, string Entry)> entries)
    {
        var builder = new LexiconBuilder();
        foreach (var (section, entry) in entries)
            builder.Add(section, entry);
        CompanyWords.AddTo(builder, rules);
        _lexicon = builder.Build();
        _subjects = new(_lexicon, rules);
        _names = new(rules.Brand);
    }

    /// <inheritdoc />
    public Insight Read(Mention mention)
    {
        var pieces = buffer ??= new();
        Tokenizer.Run(mention.Text, _lexicon, pieces);
        var (language, tongue) = LanguageDetector.Detect(pieces, _lexicon, mention.Language);
        PatternMatcher.Run(_lexicon, pieces, tongue);
        return Understand(new TokenizedText(mention.Text, pieces, _lexicon, tongue), language, mention.Rating);
    }

    private Insight Understand(in TokenizedText text, string language, double? rating)
    {
        var feeling = SentimentRule.Of(text, rating);
        var suggestion = SuggestionRule.Score(text);
        var kind = KindRule.Of(feeling, suggestion, QuestionRule.Of(text));
        var (topics, department) = _subjects.Of(text);
        var names = _names.In(text);
        var personal = PersonalData.Find(text, _names);
        return new()
        {
            Language = language,
            Sentiment = feeling.Sentiment,
            SentimentScore = Math.Round(feeling.Score, 3),
            Kind = kind,
            SuggestionScore = Math.Round(suggestion, 3),
            Severity = Math.Round(SeverityRule.Of(text, feeling, kind), 3),
            Topics = topics.Count == 0 && kind is MentionKind.Win ? Praise : topics,
            Phrases = _phrases.Of(text, personal),
            Department = department,
            NamesBrand = names.Brand,
            Competitors = names.Competitors,
            PersonalData = personal,
            IsSpam = SpamRule.IsSpam(text),
            IsExcluded = names.Excluded,
        };
    }
}
