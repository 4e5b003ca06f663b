namespace DigestBot.Core.Actions;

/// <summary>Names for ids.</summary>
public static class PeopleNames
{
    /// <summary>Names by id, as shown; somebody unknown keeps the id as the name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        this IPeople people, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
            names[id] = (await people.FindAsync(id, cancellationToken))?.Name ?? id;
        return names;
    }
}
