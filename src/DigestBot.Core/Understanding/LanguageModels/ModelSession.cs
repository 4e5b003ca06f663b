using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Core.Understanding.LanguageModels;

/// <summary>
/// What one edition asks of the language model: within its tokens, never twice the same, a few questions at a time, and not
/// again after it failed twice in a row. A question that cannot be answered is null; it never holds an edition up for long.
/// </summary>
/// <param name="model">Who is asked; null where none is configured.</param>
/// <param name="answers">What was answered before.</param>
/// <param name="options">Tokens and time-out.</param>
/// <param name="clock">For time-outs.</param>
public sealed class ModelSession(ILanguageModel? model, IModelAnswers answers, LanguageModelOptions options, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 4;
    private const int FailuresToStop = 2;

    // However many questions there are: an edition waits no longer than this for all of them.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly CancellationTokenSource _end = new(Longest, clock);
    private readonly Lock _gate = new();
    private int _left = options.TokensPerEdition;
    private int _failures;

    /// <summary>There is somebody to ask.</summary>
    public bool IsOpen => model is not null;

    /// <summary>Language of the readers, ISO 639-1.</summary>
    public string ReadersLanguage => options.ReadersLanguage;

    /// <summary>Why a question was asked in vain, for people; null while none was.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The answer, or null: none is configured, the tokens are spent, or it does not answer.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Ends the waiting, and the edition with it.</param>
    public async Task<string?> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        if (model is null)
            return null;
        var key = Key(model.Name, question);
        if (await answers.FindAsync(key, cancellationToken) is { } known)
            return known;
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await PayAsync(model, key, question, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _turns.Dispose();
        _end.Dispose();
    }

    private async Task<string?> PayAsync(ILanguageModel asked, string key, ModelQuestion question, CancellationToken cancellationToken)
    {
        if (!Reserve(question.Cost))
            return null;
        using var limit = new CancellationTokenSource(options.TimeOut, clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token, cancellationToken);
        try
        {
            var answer = await asked.AskAsync(question, any.Token);
            Settle(question.Cost - (answer.Tokens ?? question.Cost));
            await answers.KeepAsync(key, answer.Text, clock.GetUtcNow(), cancellationToken);
            return answer.Text;
        }
        catch (LanguageModelException failure)
        {
            return Failed(failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("the language model did not answer in time");
        }
    }

    private bool Reserve(int cost)
    {
        lock (_gate)
        {
            if (_failures >= FailuresToStop || _end.IsCancellationRequested)
                return false;
            if (_left < cost)
            {
                Trouble ??= "the tokens of LanguageModel:TokensPerEdition are spent";
                return false;
            }
            _left -= cost;
            return true;
        }
    }

    private void Settle(int unused)
    {
        lock (_gate)
            (_left, _failures) = (_left + unused, 0);
    }

    private string? Failed(string why)
    {
        lock (_gate)
            (Trouble, _failures) = (Trouble ?? why, _failures + 1);
        return null;
    }

    // The length before each part, so that no two questions share a key.
    private static string Key(string model, ModelQuestion question) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{model.Length}:{model}{question.Instructions.Length}:{question.Instructions}{question.MostTokens}:{question.Material}")));
}

/// <summary>Opens a session for each edition.</summary>
/// <param name="models">The configured model, or none.</param>
/// <param name="answers">What was answered before.</param>
/// <param name="options">Tokens and time-out.</param>
/// <param name="clock">For time-outs.</param>
public sealed class ModelSessions(IEnumerable<ILanguageModel> models, IModelAnswers answers, LanguageModelOptions options, TimeProvider clock)
{
    /// <summary>A session with all of an edition's tokens.</summary>
    public ModelSession Open() => new(models.FirstOrDefault(), answers, options, clock);
}
