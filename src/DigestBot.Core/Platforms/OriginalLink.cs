using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms;

/// <summary>The way to what a customer wrote, fit to be shown: a web address that does nothing else, under a label that names its host.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="Label">"original on store.example"; ours, so that no link pretends to lead elsewhere.</param>
internal sealed record OriginalLink(string Address, string Label)
{
    private const int LongestHost = 60;

    /// <summary>The link; null for what is no web address.</summary>
    public static OriginalLink? OrNull(string? address) =>
        WebLink.OrNull(address) is { } link && Uri.TryCreate(link, UriKind.Absolute, out var uri)
            ? new(link, $"original on {VisibleText.Line(uri.IdnHost, LongestHost)}")
            : null;
}
