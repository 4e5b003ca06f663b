using DigestBot.Core.Platforms;

namespace DigestBot.Tests.Testing;

/// <summary>The editions that every view is shown with, by the name that their snapshots carry.</summary>
internal static class Cards
{
    public static EditionCard Named(string name) => name switch
    {
        "ordinary" => Editions.Ordinary(),
        "draft" => Editions.Draft(),
        "empty" => Editions.Empty(),
        "worst" => WorstEdition.Card(),
        "sample" => Editions.Sample(),
        "corrected" => Editions.Corrected(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such edition."),
    };
}
