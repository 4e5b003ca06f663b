using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>Puts a mark in place of personal data.</summary>
internal static class Masking
{
    private const string Mark = "[•••]";

    public static string Of(string text, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0)
            return text;
        var masked = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var span in spans)
        {
            masked.Append(text, at, span.Start - at).Append(Mark);
            at = span.Start + span.Length;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }
}
