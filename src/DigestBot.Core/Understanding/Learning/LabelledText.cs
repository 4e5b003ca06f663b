namespace DigestBot.Core.Understanding.Learning;

/// <summary>A text and what somebody says it is.</summary>
/// <param name="Text">What was said. Private: never log it.</param>
/// <param name="Label">The label, by its exact text.</param>
/// <param name="Language">ISO 639-1 where it is known, otherwise null; helps to tell the language of short texts.</param>
public sealed record LabelledText(string Text, string Label, string? Language = null);
