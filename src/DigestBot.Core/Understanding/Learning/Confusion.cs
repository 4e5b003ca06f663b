namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// How often each true label was answered with which label, and what follows from it. Figures are 0 to 1; labels are compared
/// by their exact text.
/// </summary>
public sealed class Confusion
{
    private readonly Dictionary<(string Gold, string Said), int> _counts = [];
    private readonly SortedSet<string> _gold = new(StringComparer.Ordinal);

    /// <summary>Number of answers added.</summary>
    public int Count { get; private set; }

    /// <summary>Share of answers that are right; 0 without any.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)_gold.Sum(Right) / Count;

    /// <summary>Mean of the F1 over the labels that are truly there; a label that is only answered counts as errors of the others.</summary>
    public double MacroF1 => _gold.Count == 0 ? 0 : _gold.Average(F1);

    /// <summary>Mean of the recall over the labels that are truly there.</summary>
    public double MacroRecall => _gold.Count == 0 ? 0 : _gold.Average(Recall);

    /// <summary>Adds one answer.</summary>
    /// <param name="gold">The true label.</param>
    /// <param name="said">What was answered.</param>
    public void Add(string gold, string said)
    {
        _gold.Add(gold);
        _counts[(gold, said)] = _counts.GetValueOrDefault((gold, said)) + 1;
        Count++;
    }

    /// <summary>Harmonic mean of precision and recall of a label: twice what is right, by all that is true and all that is said.</summary>
    public double F1(string label)
    {
        var all = True(label) + Said(label);
        return all == 0 ? 0 : 2.0 * Right(label) / all;
    }

    /// <summary>Share of a label's rows that were answered with it.</summary>
    public double Recall(string label) => True(label) is var all and > 0 ? (double)Right(label) / all : 0;

    private int Right(string label) => _counts.GetValueOrDefault((label, label));

    private int True(string label) => _counts.Where(count => count.Key.Gold == label).Sum(count => count.Value);

    private int Said(string label) => _counts.Where(count => count.Key.Said == label).Sum(count => count.Value);
}
