namespace DigestBot.Core.Actions.Forms;

/// <summary>
/// One field of a form: what it asks for, what is wrong with what was filled in, and how it would have been typed. The typed words
/// are read by the verb's own parser, so a form and a command mean the same.
/// </summary>
/// <param name="id">Its name in what is sent; an edge shows a fault by it.</param>
/// <param name="label">What stands above it.</param>
internal abstract class FormField(string id, string label)
{
    /// <summary>Its name in what is sent.</summary>
    public string Id { get; } = id;

    /// <summary>What stands above it; at most 150 characters.</summary>
    public string Label { get; } = label;

    /// <summary>It may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A line below it, or null; at most 150 characters.</summary>
    public string? Hint { get; init; }

    /// <summary>Words that stand before the value when it is typed, with their space: <c>"by "</c>.</summary>
    public string Before { get; init; } = "";

    /// <summary>Typed before all others, wherever it stands: whom something is given to.</summary>
    public virtual bool IsTypedFirst => false;

    /// <summary>What is said when it was left empty.</summary>
    public virtual string Missing => "Please choose one.";

    /// <summary>What is wrong with what was filled into fields, by field; empty when nothing is.</summary>
    public static IReadOnlyDictionary<string, string> Faults(IEnumerable<FormField> fields, FormValues values, DateOnly today) => fields
        .Select(field => (field.Id, Fault: field.Fault(values[field.Id], today)))
        .Where(found => found.Fault is not null)
        .ToDictionary(found => found.Id, found => found.Fault!, StringComparer.Ordinal);

    /// <summary>The field with what stands in it at first.</summary>
    public ShownField With(string? initial) => new(this, string.IsNullOrEmpty(initial) ? null : Fitting(initial));

    /// <summary>What is wrong with the value, for people; null when nothing is.</summary>
    /// <param name="value">As filled in; empty when nothing was.</param>
    /// <param name="today">Today where the person is, as far as the form knows.</param>
    public string? Fault(string value, DateOnly today)
    {
        if (value.Length == 0)
            return IsOptional ? null : Missing;
        return FaultOf(value, today);
    }

    /// <summary>As it would be typed; empty when it was left empty.</summary>
    /// <param name="value">As filled in.</param>
    public string Typed(string value) => value.Length == 0 ? "" : Before + Written(value);

    /// <summary>As much of a value as the field can hold; null when that is nothing.</summary>
    /// <param name="value">Not empty.</param>
    protected virtual string? Fitting(string value) => value;

    /// <summary>What is wrong with a value that is not empty.</summary>
    protected abstract string? FaultOf(string value, DateOnly today);

    /// <summary>The value as it would be typed.</summary>
    protected virtual string Written(string value) => value;
}
