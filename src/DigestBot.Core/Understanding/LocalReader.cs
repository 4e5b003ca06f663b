using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Understands mentions without any service: a text is cut into words once, every word and pattern of the lexicon is found
/// in the same walk, and each rule is a pure function of what was found. Safe to use from many threads at once.
/// </summary>
public sealed class LocalReader : IMentionReader
{
    [ThreadStatic]
    private static TokenBuffer? buffer;

    [ThreadStatic]
    private static FeatureBuffer? featureBuffer;

    // Thanks without a subject are about the company as a whole; as one topic the many small ones are seen together.
    private static readonly string[] Praise = ["thanks and praise"];

    private readonly Lexicon _lexicon;
    private readonly SubjectRule _subjects;
    private readonly NamesRule _names;
    private readonly PhraseRule _phrases = new();
    private readonly TaughtModels _shipped;
    private readonly TaughtModels _taught;

    /// <summary>Prepares the tables for a company; takes some hundredths of a second, so one reader serves a whole program.</summary>
    /// <param name="rules">What the company tells about itself.</param>
    public LocalReader(ReadingRules rules)
        : this(rules, [])
    {
    }

    /// <summary>Prepares the tables for a company that has taught models of its own.</summary>
    /// <param name="rules">What the company tells about itself.</param>
    /// <param name="models">Each answers for its task in place of what ships; of two for one task the later does.</param>
    public LocalReader(ReadingRules rules, IEnumerable<TrainedModel> models)
        : this(rules, LexiconFiles.BuiltIn, ShippedModels.BuiltIn, models)
    {
    }

    internal LocalReader(
        ReadingRules rules, IEnumerable<(LexiconSection Section, string Entry)> entries, IEnumerable<TrainedModel> shipped, IEnumerable<TrainedModel> taught)
    {
        (_shipped, _taught) = (new(shipped, ShippedTrust.LeadOf), new(taught, _ => 0));
        var builder = new LexiconBuilder();
        foreach (var (section, entry) in entries)
            builder.Add(section, entry);
        CompanyWords.AddTo(builder, rules);
        _lexicon = builder.Build();
        _subjects = new(_lexicon, rules);
        _names = new(rules.Brand);
    }

    /// <summary>The rules alone: what models are made with that ship.</summary>
    internal static LocalReader OfRules => new(new ReadingRules(new Brand("")), LexiconFiles.BuiltIn, [], []);

    /// <inheritdoc />
    public Insight Read(Mention mention)
    {
        var text = Tokenize(mention.Text, mention.Language, out var language);
        var rules = RulesOn(text, language, mention.Rating);
        return Understand(text, rules, Answer(text, rules, mention.Rating is not null));
    }

    /// <summary>Fills <paramref name="features"/> with what a model sees of a text; what this reader answers for the task.</summary>
    internal string Study(LabelledText row, ReadingTask task, FeatureBuffer features)
    {
        var text = Tokenize(row.Text, row.Language, out var language);
        var rules = RulesOn(text, language, rating: null);
        var answers = Answer(text, rules, hasRating: false);
        FeatureReader.Run(text, rules, features);
        return TaskAnswers.NameOf(answers, task);
    }

    // Each corrects what was said before it: the rules, the models that ship, the company's own.
    private LearnedAnswers Answer(in TokenizedText text, in RuleAnswers rules, bool hasRating)
    {
        var answers = LearnedAnswers.Of(rules);
        if (_shipped.IsEmpty && _taught.IsEmpty)
            return answers;
        var features = featureBuffer ??= new();
        FeatureReader.Run(text, rules, features);
        _shipped.Correct(features, hasRating || rules.Feeling.IsIronic, ref answers); // words alone are what irony misleads with
        _taught.Correct(features, hasRating, ref answers);
        return answers;
    }

    private TokenizedText Tokenize(string said, string? claimed, out string language)
    {
        var pieces = buffer ??= new();
        Tokenizer.Run(said, _lexicon, pieces);
        (language, var tongue) = LanguageDetector.Detect(pieces, _lexicon, claimed);
        PatternMatcher.Run(_lexicon, pieces, tongue);
        return new(said, pieces, _lexicon, tongue);
    }

    private RuleAnswers RulesOn(in TokenizedText text, string language, double? rating)
    {
        var feeling = SentimentRule.Of(text, rating);
        var suggestion = SuggestionRule.Score(text);
        var asking = QuestionRule.Of(text);
        var (topics, department) = _subjects.Of(text);
        return new(language, feeling, suggestion, asking, KindRule.Of(feeling, suggestion, asking), topics, department);
    }

    private Insight Understand(in TokenizedText text, in RuleAnswers rules, LearnedAnswers answers)
    {
        var names = _names.In(text);
        var personal = PersonalData.Find(text, _names);
        return new()
        {
            Language = rules.Language,
            Sentiment = answers.Sentiment,
            SentimentScore = Math.Round(answers.SentimentScore, 3),
            Kind = answers.Kind,
            KindName = answers.KindName,
            SuggestionScore = Math.Round(answers.Suggestion, 3),
            Severity = Math.Round(SeverityRule.Of(text, rules.Feeling, answers.Kind), 3),
            Topics = rules.Topics.Count == 0 && answers.Kind is MentionKind.Win ? Praise : rules.Topics,
            Phrases = _phrases.Of(text, personal),
            Department = answers.Department,
            NamesBrand = names.Brand,
            Competitors = names.Competitors,
            PersonalData = personal,
            IsSpam = SpamRule.IsSpam(text),
            IsExcluded = names.Excluded,
        };
    }
}
