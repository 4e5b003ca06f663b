using System.Runtime.CompilerServices;
using DigestBot.Core.Understanding.LanguageModels;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether the language model answers; asks it one short question.</summary>
internal sealed class LanguageModelCheck(ILanguageModel model, LanguageModelOptions options, TimeProvider clock) : ICheck
{
    private const string Name = "language model";

    private static readonly ModelQuestion Question = new("""Answer with JSON only: {"ready":"yes"}""", "{}", 20);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await LookAsync(options.Address!.Host, cancellationToken);
    }

    private async Task<Finding> LookAsync(string host, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.TimeOut, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await model.AskAsync(Question, either.Token);
            return Finding.Well(Name, $"{model.Name} at {host} answers; headlines and translations are checked against the mentions");
        }
        catch (LanguageModelException failure)
        {
            return Finding.Wrong(Name, "It cannot be asked; headlines stay customers' own words.", $"{failure.Message}.");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Finding.Wrong(Name, "It did not answer in time; headlines stay customers' own words.", $"Check {host}, or raise LanguageModel:TimeOut.");
        }
    }
}
