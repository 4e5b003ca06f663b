using System.Collections;
using System.Globalization;
using System.Text;

namespace DigestBot.Tests.Testing;

/// <summary>
/// Compares records with everything in them. (xunit's Equivalent follows computed properties too, and a week has a previous one for
/// ever; a record's own equality compares its lists by reference.)
/// </summary>
internal static class Whole
{
    /// <summary>Fails with the first difference when the two do not hold the same.</summary>
    public static void Same(object? expected, object? actual) => Assert.Equal(Written(expected), Written(actual));

    private static string Written(object? value)
    {
        var text = new StringBuilder();
        Write(value, "", text);
        return text.ToString();
    }

    private static void Write(object? value, string path, StringBuilder text)
    {
        if (value is null or string or IFormattable)
            text.Append(path).Append(" = ").AppendLine(value is IFormattable number ? Exact(number) : $"{value ?? "null"}");
        else if (value is IEnumerable many)
            WriteAll(many, path, text);
        else
            foreach (var property in value.GetType().GetProperties().Where(p => p.CanWrite).OrderBy(p => p.Name, StringComparer.Ordinal))
                Write(property.GetValue(value), $"{path}.{property.Name}", text);
    }

    private static void WriteAll(IEnumerable many, string path, StringBuilder text)
    {
        var count = 0;
        foreach (var one in many)
            Write(one, string.Create(CultureInfo.InvariantCulture, $"{path}[{count++}]"), text);
        text.Append(path).Append(" has ").Append(CultureInfo.InvariantCulture, $"{count}").AppendLine();
    }

    private static string Exact(IFormattable value) => value.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture);
}
