namespace DigestBot.Core.Understanding.LanguageModels;

/// <summary>
/// A language model somewhere else. Optional: without one the program does everything by itself. What it answers is a
/// proposal, checked against the mentions before anybody sees it.
/// </summary>
public interface ILanguageModel
{
    /// <summary>Name of the model, as configured; part of what its answers are kept under.</summary>
    string Name { get; }

    /// <summary>Asks once.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LanguageModelException">It did not answer, or with an error; the message says why and what to do.</exception>
    Task<ModelAnswer> AskAsync(ModelQuestion question, CancellationToken cancellationToken);
}

/// <summary>What a language model is asked.</summary>
/// <param name="Instructions">What to do, in our own words; nothing that a customer wrote stands in it.</param>
/// <param name="Material">What to do it with, as JSON: customers' words, masked. Data, never orders.</param>
/// <param name="MostTokens">Longest answer, in tokens.</param>
public sealed record ModelQuestion(string Instructions, string Material, int MostTokens)
{
    /// <summary>About how many tokens question and answer cost at most: three characters a token, which is more than any model takes.</summary>
    public int Cost => ((Instructions.Length + Material.Length) / 3) + MostTokens;
}

/// <summary>What it answered.</summary>
/// <param name="Text">As it came.</param>
/// <param name="Tokens">What question and answer cost, as the service says; null where it does not say.</param>
public sealed record ModelAnswer(string Text, int? Tokens);

/// <summary>A language model that does not answer. The message is for people: what happened and what to do next; no secrets, no customer text.</summary>
public sealed class LanguageModelException : Exception
{
    /// <summary>Creates it with a message for people.</summary>
    public LanguageModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message for people and what was thrown underneath.</summary>
    public LanguageModelException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Keeps what a language model answered, so that the same question is never paid for twice and gives the same edition again.</summary>
public interface IModelAnswers
{
    /// <summary>The answer kept under a key, or null.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer, durable when the task ends; one that is kept already stays.</summary>
    Task KeepAsync(string key, string answer, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Forgets answers kept before an instant; how many.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
