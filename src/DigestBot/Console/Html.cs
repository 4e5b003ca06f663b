using System.Runtime.CompilerServices;
using System.Text;

namespace DigestBot.Console;

/// <summary>
/// Markup that is safe to send. The only way to make it of text is <see cref="Of"/>, whose holes escape everything that is not
/// markup already: nobody can forget to.
/// </summary>
/// <param name="Markup">Well-formed HTML.</param>
internal readonly record struct Html(string Markup)
{
    /// <summary>Nothing.</summary>
    public static readonly Html Empty = new("");

    /// <summary>The literal parts as they stand, the holes escaped.</summary>
    public static Html Of(HtmlInterpolation content) => new(content.Written);

    /// <summary>Parts one after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    /// <inheritdoc />
    public override string ToString() => Markup;
}

/// <summary>What the compiler makes of <c>Html.Of($"...")</c>. Attribute values must stand in double quotes.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

    /// <summary>All of it.</summary>
    public string Written => _markup.ToString();

    /// <summary>Markup, as written in the source code.</summary>
    public void AppendLiteral(string markup) => _markup.Append(markup);

    /// <summary>Text, escaped.</summary>
    public void AppendFormatted(string? text) => _markup.Append(HtmlText.Escape(text));

    /// <summary>Markup, as it is.</summary>
    public void AppendFormatted(Html part) => _markup.Append(part.Markup);

    /// <summary>Markups one after the other.</summary>
    public void AppendFormatted(IEnumerable<Html> parts) => AppendFormatted(Html.Join(parts));

    /// <summary>A whole number, without separators.</summary>
    public void AppendFormatted(long number) => _markup.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");
}
