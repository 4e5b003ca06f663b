namespace DigestBot.Core.Understanding.Learning;

/// <summary>What the rules found in a text; the learned half takes it as features and corrects it.</summary>
/// <param name="Language">ISO 639-1, or <c>und</c>.</param>
/// <param name="Feeling">How it feels.</param>
/// <param name="Suggestion">How surely it asks for a change, 0 to 1.</param>
/// <param name="Asking">How surely it asks for an answer.</param>
/// <param name="Kind">The kind that follows.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Department">Whom it matters to, or null.</param>
internal readonly record struct RuleAnswers(
    string Language, Feeling Feeling, double Suggestion, Asking Asking, MentionKind Kind, IReadOnlyList<string> Topics, string? Department);
