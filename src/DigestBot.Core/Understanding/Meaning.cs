namespace DigestBot.Core.Understanding;

/// <summary>What a word does in a sentence, beside feeling or subject.</summary>
[Flags]
internal enum Cue : uint
{
    None = 0,

    /// <summary>A word of grammar (the, und, pour): says which language it is, never what a text is about.</summary>
    Function = 1,

    /// <summary>Turns the feeling of what follows: not, never, kein.</summary>
    Negator = 2,

    /// <summary>Makes what follows stronger: very, so, absolutely.</summary>
    Intensifier = 4,

    /// <summary>Makes what follows weaker: slightly, a bit.</summary>
    Diminisher = 8,

    /// <summary>What comes after counts more: but, however, aber.</summary>
    Contrast = 16,

    /// <summary>Opens a question: how, why, when, can I.</summary>
    Question = 32,

    /// <summary>Thanks, meant or not.</summary>
    Thanks = 64,

    /// <summary>The writer: I, my, we.</summary>
    Self = 128,

    /// <summary>The company, spoken to: you, your.</summary>
    You = 256,

    /// <summary>Praise that is often not meant when trouble follows: great, love, nice job.</summary>
    Irony = 512,

    /// <summary>Too common to be a key phrase: today, thing, time.</summary>
    Dull = 1024,

    /// <summary>A person's name follows: my name is, Mr, agent.</summary>
    NameFollows = 2048,

    /// <summary>A question about what could be, so not a request: what if, if only.</summary>
    Condition = 4096,

    /// <summary>Code, file names, versions: the talk of an issue tracker.</summary>
    Technical = 8192,

    /// <summary>Asks for something when a sentence begins with it: add, allow, stop.</summary>
    Imperative = 16384,

    /// <summary>Advises other customers when a sentence begins with it, unless it talks of software: visit, ask, bring.</summary>
    Counsel = 32768,

    /// <summary>Pleads for help with something of one's own: I am trying to, what am I, thanks in advance.</summary>
    Plea = 65536,
}

/// <summary>What a word or pattern means in one language. Zero is "nothing", except for feelings, where it means "none although its words have one".</summary>
internal struct Meaning
{
    /// <summary>No feeling is stated for it.</summary>
    internal const sbyte NoSentiment = sbyte.MinValue;

    /// <summary>-4 (worst) to 4 (best), or <see cref="NoSentiment"/>.</summary>
    internal sbyte Sentiment;

    /// <summary>How strongly it asks for a change, about -4 to 4.</summary>
    internal sbyte Suggestion;

    /// <summary>How strongly it advises other customers, in place of <see cref="Suggestion"/> where nobody talks of software; 0 for "no other than that".</summary>
    internal sbyte Advice;

    /// <summary>How strongly it tells of trouble, 0 to 4; -1 for "none although its words do".</summary>
    internal sbyte Problem;

    /// <summary>How much it smells of advertising, -4 to 4.</summary>
    internal sbyte Spam;

    /// <summary>How bad it is when it is true, 0 to 10.</summary>
    internal sbyte Severity;

    /// <summary>Which set of topics it names; 0 is none.</summary>
    internal ushort Topics;

    /// <summary>Which set of departments it points to; 0 is none.</summary>
    internal ushort Departments;

    /// <summary>Which set of configured names it is; 0 is none.</summary>
    internal ushort Names;

    /// <summary>What it does in a sentence.</summary>
    internal Cue Cues;

    /// <summary>Nothing at all.</summary>
    internal static Meaning Nothing => new() { Sentiment = NoSentiment };

    /// <summary>Whether it says anything.</summary>
    internal readonly bool IsNothing =>
        Sentiment == NoSentiment && Suggestion == 0 && Advice == 0 && Problem == 0 && Spam == 0 && Severity == 0
        && (Topics | Departments | Names) == 0 && Cues == Cue.None;
}
