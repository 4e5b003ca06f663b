using System.Data.Common;
using System.Runtime.CompilerServices;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Core.Understanding.OwnModels;

namespace DigestBot.Cli.Checkup;

/// <summary>What was learned from curators' corrections, and whether it can be used.</summary>
internal sealed class OwnModelsCheck(IOwnModels models, StorageCheck storage) : ICheck
{
    private const string Name = "reading";

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var learned = storage.HasData ? await LearnedAsync(cancellationToken) : [];
        if (learned.Count == 0)
            yield return Finding.Well(Name, $"as shipped; {CorrectionRows.Fewest} corrections of one kind begin to teach it");
        foreach (var model in learned)
            yield return Look(model);
    }

    // A database that an older program wrote has no place for it until the next start, and one that cannot be opened was told before.
    private async Task<IReadOnlyList<OwnModel>> LearnedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await models.AllAsync(cancellationToken);
        }
        catch (DbException)
        {
            return [];
        }
    }

    private static Finding Look(OwnModel model)
    {
        try
        {
            model.Open();
            return Finding.Well(Name, model.Sentence);
        }
        catch (ModelFormatException broken)
        {
            return Finding.Wrong(Name, $"The own model for {model.Task} cannot be used, what ships reads instead: {broken.Message}", "Stop the program and make it anew: digestbot train --corrections");
        }
    }
}
