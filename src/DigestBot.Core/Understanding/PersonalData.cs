using System.Text;

namespace DigestBot.Core.Understanding;

/// <summary>
/// Finds what points to a person (e-mail, phone, account and card numbers, street, handles of private persons, names that
/// are introduced as such) and masks it. Order and booking references, flight numbers, dates and amounts stay.
/// </summary>
public static class PersonalData
{
    /// <summary>The text with a label such as <c>[e-mail]</c> in place of each span; for quotes.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="spans">As in <see cref="Insight.PersonalData"/>: in order, not overlapping. Spans outside the text are left out.</param>
    public static string Mask(string text, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0)
            return text;
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in spans)
        {
            if (span.Start < at || span.Length < 1 || span.Start > text.Length - span.Length)
                continue;
            masked.Append(text, at, span.Start - at).Append(LabelOf(text.AsSpan(span.Start, span.Length)));
            at = span.Start + span.Length;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Spans in order, not overlapping.</summary>
    internal static IReadOnlyList<TextSpan> Find(in TokenizedText text, NamesRule names)
    {
        List<TextSpan>? found = null;
        if (text.Text.Contains('@'))
            PersonalAddresses.Find(text.Text, names, ref found);
        if (text.Text.ContainsAnyInRange('0', '9'))
            PersonalNumbers.Find(text.Text, ref found);
        PersonalNames.Find(text, ref found);
        return found is null ? [] : InOrder(found);
    }

    /// <summary>Notes a span; the list is made when it is first needed, as most texts have none.</summary>
    internal static void Add(ref List<TextSpan>? found, int start, int end) => (found ??= []).Add(new TextSpan(start, end - start));

    private static TextSpan[] InOrder(List<TextSpan> found)
    {
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var apart = new List<TextSpan>(found.Count);
        foreach (var span in found)
        {
            if (apart.Count > 0 && span.Start < apart[^1].Start + apart[^1].Length)
                apart[^1] = Joined(apart[^1], span);
            else
                apart.Add(span);
        }
        return [.. apart];
    }

    private static TextSpan Joined(TextSpan first, TextSpan next) =>
        new(first.Start, Math.Max(first.Length, next.Start + next.Length - first.Start));

    private static string LabelOf(ReadOnlySpan<char> hidden)
    {
        if (hidden[0] == '@')
            return "@•••";
        if (hidden.Contains('@'))
            return "[e-mail]";
        if (!hidden.ContainsAnyInRange('0', '9'))
            return "[name]";
        if (PersonalNumbers.IsSocialSecurity(hidden))
            return "[id]";
        if (hidden.ContainsAnyInRange('a', 'z'))
            return "[address]";
        return hidden.ContainsAnyInRange('A', 'Z') || PersonalNumbers.IsCard(hidden) ? "[account]" : "[phone]";
    }
}
