namespace DigestBot.Core.Stories.Copies;

/// <summary>What stands on one side of a gap, without the words that change no fact.</summary>
internal readonly record struct GapSide
{
    /// <summary>Words that tell something.</summary>
    public int Telling { get; private init; }

    private bool IsPraise { get; init; }

    private bool IsBlame { get; init; }

    private uint HandleLetters { get; init; }

    public bool HasNumber { get; private init; }

    public bool HasNegation { get; private init; }

    /// <summary>Its last words turn round what follows in the same sentence ("no" before "thanks").</summary>
    public bool EndsInNegation { get; private init; }

    /// <summary>It begins a sentence.</summary>
    public bool OpensSentence { get; private init; }

    /// <summary>What follows it begins a sentence.</summary>
    public bool ClosesSentence { get; private init; }

    /// <summary>The text was cut off where it begins.</summary>
    public bool FollowsCut { get; private init; }

    /// <summary>The first word, when the text may have been cut off inside it.</summary>
    private WordSketch? CutWord { get; init; }

    private ulong AllLetters { get; init; }

    private int AllLength { get; init; }

    public bool IsEmpty => Telling == 0 && !HasNegation;

    /// <summary>Whole sentences of their own.</summary>
    public bool IsSentence => OpensSentence && ClosesSentence;

    public static GapSide Of(ReadOnlySpan<WordSketch> text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var side = new GapSide
        {
            OpensSentence = length > 0 && text[start].OpensSentence,
            ClosesSentence = length > 0 && (start + length == text.Length || text[start + length].OpensSentence),
            FollowsCut = start > 0 && text[start - 1].IsCut,
        };
        var lastNegation = -1;
        for (var i = start; i < start + length; i++)
        {
            side = side.With(text[i], isFirst: i == start);
            if (WordList.IsNegation(text[i]))
                lastNegation = i;
        }
        var near = lastNegation >= 0 && start + length - lastNegation <= 2;
        return side with { EndsInNegation = near && !side.ClosesSentence };
    }

    /// <summary>The same letters in one word and in two ("check in", "checkin").</summary>
    public static bool AreJoined(GapSide a, GapSide b) =>
        a.Telling > 0 && b.Telling > 0 && a.AllLetters == b.AllLetters && Math.Abs(a.AllLength - b.AllLength) <= 1 && a.Telling != b.Telling;

    /// <summary>Both name somebody, and it is not the same one.</summary>
    public static bool NameOthers(GapSide a, GapSide b) =>
        a.HandleLetters != 0 && b.HandleLetters != 0 && a.HandleLetters != b.HandleLetters;

    /// <summary>One praises where the other one blames.</summary>
    public static bool AreOpposite(GapSide a, GapSide b) => (a.IsPraise && b.IsBlame) || (a.IsBlame && b.IsPraise);

    /// <summary>This side without a word that is only the beginning of the other one's.</summary>
    public GapSide WithoutCutOf(GapSide other) =>
        CutWord is { } cut && (other.AllLength > cut.Length || other.AllLength == 0) && (cut.Letters & ~other.AllLetters) == 0
            ? this with { Telling = Telling - 1 }
            : this;

    private GapSide With(WordSketch word, bool isFirst)
    {
        if (word.Shape == WordShape.Handle)
            return this with { HandleLetters = HandleLetters | word.Letters };
        var isNegation = WordList.IsNegation(word);
        // A hashtag put in is decoration.
        if (!isNegation && (word.Shape == WordShape.Hashtag || WordList.IsSoft(word)))
            return this;
        return this with
        {
            Telling = Telling + 1,
            HasNumber = HasNumber || word.Shape == WordShape.Number,
            HasNegation = HasNegation || isNegation,
            IsPraise = IsPraise || WordList.IsPraise(word),
            IsBlame = IsBlame || WordList.IsBlame(word),
            CutWord = isFirst && word.IsCut ? word : CutWord,
            AllLetters = AllLetters | word.Letters,
            AllLength = AllLength + word.Length,
        };
    }
}
