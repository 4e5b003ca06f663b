using DigestBot.Core.Mentions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>What was filled into a form: one text a field, cleaned and trimmed. Comes from outside; may be anything.</summary>
internal sealed class FormValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Takes what an edge read; of two values for a field the later one counts.</summary>
    /// <param name="read">Field and value; null and blank ones count as left empty.</param>
    public FormValues(IEnumerable<(string Field, string? Value)> read)
    {
        foreach (var (field, value) in read)
        {
            if (value is not null && CleanText.Of(value).Trim() is { Length: > 0 } text)
                _values[field] = text;
        }
    }

    /// <summary>What stands in a field; empty when nothing does.</summary>
    public string this[string field] => _values.GetValueOrDefault(field, "");

    /// <summary>The fields that are filled.</summary>
    public IReadOnlyCollection<string> Filled => _values.Keys;
}
