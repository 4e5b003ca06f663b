using DigestBot.Core.Understanding.LanguageModels;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>An answer of a language model.</summary>
internal sealed class ModelAnswerRow
{
    public required string Key { get; init; }

    public required string Answer { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long AnsweredAt { get; init; }
}

/// <summary>Answers by the hash of their question.</summary>
internal sealed class ModelAnswers(StorageEngine engine) : IModelAnswers
{
    private const string Keep = "INSERT INTO model_answers (key, answer, answered_at) VALUES (@key, @answer, @at) ON CONFLICT (key) DO NOTHING";

    private const string Forget = "DELETE FROM model_answers WHERE answered_at < @before";

    /// <inheritdoc />
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        return await context.ModelAnswers.Where(row => row.Key == key).Select(row => row.Answer).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task KeepAsync(string key, string answer, DateTimeOffset at, CancellationToken cancellationToken) => engine.WriteAsync(
        WriteLane.Normal,
        session => session.ExecuteAsync(Keep, cancellationToken, ("@key", key), ("@answer", Core.Mentions.CleanText.Of(answer)), ("@at", at.UtcTicks)),
        cancellationToken);

    /// <inheritdoc />
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => engine.WriteAsync(
        WriteLane.Normal, session => session.ExecuteAsync(Forget, cancellationToken, ("@before", before.UtcTicks)), cancellationToken);
}
