namespace DigestBot.Core.Understanding.Concepts;

/// <summary>Something that customers of any firm talk about: what firms call it, and what customers say when they mean it.</summary>
/// <param name="Names">What a firm may call it, in every language that we read.</param>
/// <param name="Words">Entries as in a lexicon, each under the language that it holds for.</param>
internal sealed record Concept(IReadOnlyList<string> Names, IReadOnlyList<(LexiconSection Section, string Entry)> Words);
