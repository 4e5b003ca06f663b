using DigestBot.Core.Stories.Copies;

namespace DigestBot.Cli.Evaluation;

/// <summary>Near copies of posts, and posts of the same template that tell something else.</summary>
internal sealed class DuplicateSet : IMeasure
{
    private const string Task = "near-duplicates";

    /// <inheritdoc />
    public IEnumerable<Figure> Measure(string folder, CancellationToken cancellationToken)
    {
        var (items, labels) = (Path.Combine(folder, Task, "items.ndjson"), Path.Combine(folder, Task, "labels.ndjson"));
        if (!File.Exists(items) || !File.Exists(labels))
            yield break;
        var clusters = LabelledRows.Of(labels, cancellationToken).ToDictionary(row => row.Text("id") ?? "", row => row.Text("cluster") ?? "", StringComparer.Ordinal);
        var rows = LabelledRows.Of(items, cancellationToken);
        var groups = NearDuplicates.GroupAll([.. rows.Select(row => row.Text("text") ?? "")], cancellationToken);
        var told = rows.Select((row, n) => (Group: groups[n], Cluster: clusters.GetValueOrDefault(row.Text("id") ?? "", ""))).ToList();
        yield return new(Task, "pair F1", Pairs(told));
        yield return new(Task, "B-cubed F1", BCubed(told));
    }

    private static double BCubed(List<(int Group, string Cluster)> told)
    {
        var (groups, clusters, both) = (told.CountBy(t => t.Group).ToDictionary(), told.CountBy(t => t.Cluster).ToDictionary(), told.CountBy(t => t).ToDictionary());
        return Harmonic(told.Average(t => both[t] / (double)groups[t.Group]), told.Average(t => both[t] / (double)clusters[t.Cluster]));
    }

    private static double Pairs(List<(int Group, string Cluster)> told)
    {
        static double Sum(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1.0) / 2);
        var together = Sum(told.CountBy(t => t).Select(t => t.Value));
        return Harmonic(together / Sum(told.CountBy(t => t.Group).Select(t => t.Value)), together / Sum(told.CountBy(t => t.Cluster).Select(t => t.Value)));
    }

    private static double Harmonic(double precision, double recall) =>
        precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}
