namespace DigestBot.Core.Understanding.Learning;

/// <summary>What a model can learn to say about a mention.</summary>
public enum ReadingTask
{
    /// <summary>What it is: win, issue, suggestion, question, other, or names of the labels' own.</summary>
    Kind = 0,

    /// <summary>Whether it asks for a change: two labels, one of which means yes.</summary>
    Suggestion = 1,

    /// <summary>How it feels: positive, neutral, negative.</summary>
    Sentiment = 2,

    /// <summary>Which part of the firm it matters to.</summary>
    Department = 3,
}
