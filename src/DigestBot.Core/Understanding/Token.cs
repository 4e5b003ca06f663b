namespace DigestBot.Core.Understanding;

/// <summary>What a piece of a text is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Handle,
    Hashtag,
    Link,
    Emoji,

    /// <summary>The end of a sentence or line: . ! ? newline.</summary>
    Stop,

    /// <summary>A lesser break: comma, colon, bracket, quote.</summary>
    Pause,
}

/// <summary>How a piece is written.</summary>
[Flags]
internal enum TokenShape : byte
{
    None = 0,
    Capital = 1,
    AllCaps = 2,
    Elongated = 4,
    StartsSentence = 8,
    HasDigit = 16,
}

/// <summary>A piece of a text.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Length">Number of units.</param>
/// <param name="Word">Its number in the <see cref="Lexicon"/>, or -1 when that does not know it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Hash">Hash of its folded letters, see <see cref="Folding"/>; 0 for what is no word and no emoji.</param>
internal readonly record struct Token(int Start, int Length, int Word, TokenKind Kind, TokenShape Shape, ulong Hash = 0)
{
    internal int End => Start + Length;

    internal bool IsBreak => Kind >= TokenKind.Stop;

    internal bool Is(TokenShape shape) => (Shape & shape) != TokenShape.None;
}

/// <summary>A word or pattern of the lexicon found in a text.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Meaning">Number of its meaning in the lexicon.</param>
internal readonly record struct Hit(int First, int End, int Meaning);
