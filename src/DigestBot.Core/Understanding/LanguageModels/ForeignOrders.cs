using System.Text.RegularExpressions;

namespace DigestBot.Core.Understanding.LanguageModels;

/// <summary>
/// Words that speak to a machine instead of to the company ("ignore all previous instructions"). Such a text is never shown to a
/// language model. What is not recognised here still gains nothing: every answer is checked against what customers said.
/// </summary>
internal static partial class ForeignOrders
{
    /// <summary>The text gives orders to a machine.</summary>
    public static bool AreIn(string text) => Order().IsMatch(text) || Marker().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:ignor\w*|disregard\w*|forget|override|vergiss|ignorier\w*|oublie[zr]?|olvida|dimentica|esque[cç]a)\b.{0,40}\b(?:instruc\w*|prompts?|rules?|above|previous|prior|anweisung\w*|regeln|consignes?|istruzioni|anterior\w*|pr[ée]c[ée]dent\w*|vorherig\w*)\b"
        + @"|\b(?:system|developer)\s+(?:prompt|message)|\byou are (?:now )?(?:an?|the) (?:\w+ )?(?:ai|assistant|model|bot|chatgpt|llm)\b|\bas an ai\b"
        + @"|\b(?:respond|reply|answer|output|return|write|say)\b.{0,30}\b(?:json|headline|verbatim|translation|exactly)\b|\b(?:label|classify|mark|rate|categori[sz]e) (?:this|it|all|every\w*)\b.{0,20}\bas\b"
        + @"|\bnew instructions?\b|\bjailbreak\b|\bprompt injection\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    // How prompts of several models mark their parts.
    [GeneratedRegex(@"<\|[a-z_]+\|>|\[/?INST\]|<</?SYS>>|^\s*#{1,4}\s*(?:instruction|system|response)\b|^\s*(?:system|assistant|user)\s*:|</?(?:system|assistant|instructions?)>",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
