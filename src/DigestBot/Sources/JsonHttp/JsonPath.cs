using System.Text.Json;

namespace DigestBot.Sources.JsonHttp;

/// <summary>
/// A place in JSON: names with dots, <c>[*]</c> for every element of a list, <c>[0]</c> for one, <c>[name=value]</c> for those that have it,
/// names with dots in them in single quotes: <c>data.posts[*].title</c>, <c>links[rel=next].href</c>, <c>'@odata.nextLink'</c>. Empty is the
/// whole.
/// </summary>
internal sealed class JsonPath
{
    private readonly List<Step> _steps;

    private JsonPath(string written, List<Step> steps) => (Written, _steps) = (written, steps);

    /// <summary>As in the settings.</summary>
    public string Written { get; }

    /// <summary>Several paths in one setting.</summary>
    public static IEnumerable<string> Split(string written) => written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads it; null when it is none.</summary>
    public static JsonPath? Parse(string written)
    {
        var steps = new List<Step>();
        var rest = written.AsSpan().Trim();
        rest = rest is ['$', ..] ? rest[1..].TrimStart('.') : rest;
        while (!rest.IsEmpty)
        {
            if (Take(ref rest) is not { } step)
                return null;
            steps.Add(step);
        }
        return new(written, steps);
    }

    /// <summary>Everything that stands there, in order; nothing when a name on the way is missing.</summary>
    public IEnumerable<JsonElement> In(JsonElement root) =>
        _steps.Aggregate((IEnumerable<JsonElement>)[root], (found, step) => found.SelectMany(step.From));

    /// <summary>The first thing that stands there, or an undefined element.</summary>
    public JsonElement First(JsonElement root) => In(root).FirstOrDefault();

    /// <summary>The names at the deepest place on the way that is there: what could have been meant. Names only, no values.</summary>
    public IReadOnlyList<string> NamesNear(JsonElement root)
    {
        var at = new List<JsonElement> { root };
        foreach (var step in _steps)
        {
            var next = at.SelectMany(step.From).ToList();
            if (next.Count == 0)
                break;
            at = next;
        }
        return [.. at.Where(element => element.ValueKind == JsonValueKind.Object).SelectMany(element => element.EnumerateObject()).Select(member => member.Name).Distinct().Take(40)];
    }

    private static Step? Take(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '[')
        {
            var end = rest.IndexOf(']');
            var inside = end < 0 ? "" : rest[1..end].ToString();
            rest = end < 0 ? rest : AfterDot(rest[(end + 1)..]);
            return Bracket(inside);
        }
        var isQuoted = rest[0] == '\'';
        var name = isQuoted ? rest[1..] : rest;
        var length = isQuoted ? name.IndexOf('\'') : name.IndexOfAny('.', '[');
        if (isQuoted && length < 0)
            return null;
        name = length < 0 ? name : name[..length];
        rest = AfterDot(rest[(name.Length + (isQuoted ? 2 : 0))..]);
        return name.IsEmpty || name.ContainsAny(']', '\'') ? null : new Step(name.ToString(), Value: null, Index: null);
    }

    private static ReadOnlySpan<char> AfterDot(ReadOnlySpan<char> rest) => rest is ['.', _, ..] ? rest[1..] : rest;

    private static Step? Bracket(string inside)
    {
        if (inside == "*")
            return new(Name: null, Value: null, Index: null);
        if (int.TryParse(inside, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index))
            return new(Name: null, Value: null, index);
        return inside.Split('=') is [{ Length: > 0 } name, { Length: > 0 } value] ? new(name, value, Index: null) : null;
    }

    private sealed record Step(string? Name, string? Value, int? Index)
    {
        public IEnumerable<JsonElement> From(JsonElement element) => (Name, Value) switch
        {
            (not null, null) => Member(element),
            _ when element.ValueKind != JsonValueKind.Array => [],
            (not null, not null) => element.EnumerateArray().Where(one => Member(one).Any(member => JsonValues.Text(member) == Value)),
            _ => Index is { } at ? element.EnumerateArray().Skip(at).Take(1) : element.EnumerateArray(),
        };

        private IEnumerable<JsonElement> Member(JsonElement element) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Name!, out var member) ? [member] : [];
    }
}
