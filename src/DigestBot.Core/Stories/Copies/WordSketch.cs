using System.Numerics;
using System.Runtime.Intrinsics;

namespace DigestBot.Core.Stories.Copies;

/// <summary>What a word of a text is, as far as comparing texts needs it.</summary>
internal enum WordShape
{
    Plain = 0,
    Number = 1,
    Handle = 2,
    Hashtag = 3,
}

/// <summary>
/// One word of a text in eight bytes: enough to tell equal words, one-letter typos and facts apart without keeping what
/// the customer wrote. 28 bits hash, 26 bits set of letters, 4 bits length, 6 bits place, shape and meaning.
/// </summary>
internal readonly record struct WordSketch(ulong Bits)
{
    private const int LettersAt = 28;
    private const int LengthAt = 54;
    private const int ShapeAt = 58;
    private const ulong IdentityMask = (1UL << ShapeAt) - 1;
    private const ulong OpensFlag = 1UL << 60;
    private const ulong CutFlag = 1UL << 61;
    private const ulong SoftFlag = 1UL << 62;
    private const ulong NegationFlag = 1UL << 63;
    private const ulong LettersMask = 0x3FFFFFFUL << LettersAt;

    public WordSketch(uint hash, uint letters, int length, WordShape shape, bool opensSentence)
        : this((hash & 0xFFFFFFFUL) | ((ulong)(letters & 0x3FFFFFF) << LettersAt) | ((ulong)Math.Min(length, 15) << LengthAt)
            | ((ulong)shape << ShapeAt) | (opensSentence ? OpensFlag : 0))
    {
    }

    /// <summary>Equal for equal words, whatever their place; a hashtag equals its plain word.</summary>
    public ulong Identity => Bits & IdentityMask;

    public WordShape Shape => (WordShape)((Bits >> ShapeAt) & 3);

    /// <summary>Punctuation that ends a sentence stands before it.</summary>
    public bool OpensSentence => (Bits & OpensFlag) != 0;

    /// <summary>Dots of omission follow: the text may have been cut here, even inside the word.</summary>
    public bool IsCut => (Bits & CutFlag) != 0;

    /// <summary>Changing it changes no fact.</summary>
    public bool IsSoft => (Bits & SoftFlag) != 0;

    /// <summary>It turns round what is said.</summary>
    public bool IsNegation => (Bits & NegationFlag) != 0;

    /// <summary>Another word in the place of this one.</summary>
    public WordSketch Meaning(WordSketch word) => new((Bits & ~IdentityMask) | word.Identity);

    /// <summary>The word as one that begins a sentence, or not.</summary>
    public WordSketch Opening(bool opens) => new(opens ? Bits | OpensFlag : Bits & ~OpensFlag);

    /// <summary>The word as a fact that a number is: told apart, never soft.</summary>
    public WordSketch AsNumber() => new((Bits & ~(SoftFlag | (3UL << ShapeAt))) | ((ulong)WordShape.Number << ShapeAt));

    public WordSketch Cut() => new(Bits | CutFlag);

    /// <summary>The word with what is known of it, so that it need not be looked up again each time two texts are compared.</summary>
    public WordSketch Known(bool isSoft, bool isNegation) => new(Bits | (isSoft ? SoftFlag : 0) | (isNegation ? NegationFlag : 0));

    public int Length => (int)((Bits >> LengthAt) & 15);

    public uint Letters => (uint)((Bits >> LettersAt) & 0x3FFFFFF);

    /// <summary>
    /// The other one may be this one with a slip of the finger: two letters swapped, one too many, one missing, or, in long
    /// words, one replaced. Numbers and names are never slips: a digit or a name changed is another fact.
    /// </summary>
    public bool IsSlipOf(WordSketch other)
    {
        if (Shape is not (WordShape.Plain or WordShape.Hashtag) || other.Shape is not (WordShape.Plain or WordShape.Hashtag))
            return false;
        var shorter = Math.Min(Length, other.Length);
        if (shorter < 4)
            return false;
        var differing = BitOperations.PopCount(Letters ^ other.Letters);
        return Math.Abs(Length - other.Length) switch
        {
            0 => differing == 0 || (differing == 2 && shorter >= 7),
            1 => differing == 0 || (differing == 1 && shorter >= 5),
            _ => false,
        };
    }

    /// <summary>
    /// Which of four words, a bit each, the word may be the same as or a slip of: those of which no more than two letters differ.
    /// Clearing the lowest bit twice leaves nothing of two bits.
    /// </summary>
    public static uint MayBeSame(WordSketch word, Vector256<ulong> others)
    {
        var differing = (others ^ Vector256.Create(word.Bits)) & Vector256.Create(LettersMask);
        differing &= differing - Vector256<ulong>.One;
        differing &= differing - Vector256<ulong>.One;
        return Vector256.Equals(differing, Vector256<ulong>.Zero).ExtractMostSignificantBits();
    }
}
