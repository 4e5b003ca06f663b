using System.Runtime.CompilerServices;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Concepts;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether the names of the company's own topics are understood: a name that means nothing to the reader finds only itself.</summary>
internal sealed class TopicsCheck(ReadingRules rules) : ICheck
{
    private const string Name = "topics";

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (rules.Topics.Count == 0)
            yield break;
        yield return Finding.Well(Name, $"{rules.Topics.Count} configured{string.Concat(ConfiguredTopics.MatchedByNameOnly(rules).Select(Advice))}");
        await Task.CompletedTask;
    }

    private static string Advice(string topic) => $"; {topic} is matched by its literal word only: list some words";
}
