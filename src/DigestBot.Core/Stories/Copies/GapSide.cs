namespace DigestBot.Core.Stories.Copies;

/// <summary>What stands on one side of a gap, without the words that change no fact.</summary>
internal record struct GapSide
{
    /// <summary>Words that tell something.</summary>
    public int Telling { get; private set; }

    private bool IsPraise { get; set; }

    private bool IsBlame { get; set; }

    private uint HandleLetters { get; set; }

    public bool HasNumber { get; private set; }

    public bool HasNegation { get; private set; }

    /// <summary>Its last words turn round what follows in the same sentence ("no" before "thanks").</summary>
    public bool EndsInNegation { get; private set; }

    /// <summary>It begins a sentence.</summary>
    public bool OpensSentence { get; private set; }

    /// <summary>What follows it begins a sentence.</summary>
    public bool ClosesSentence { get; private set; }

    /// <summary>The text was cut off where it begins.</summary>
    public bool FollowsCut { get; private set; }

    /// <summary>The first word, when the text may have been cut off inside it.</summary>
    private WordSketch? CutWord { get; set; }

    private ulong AllLetters { get; set; }

    private int AllLength { get; set; }

    public readonly bool IsEmpty => Telling == 0 && !HasNegation;

    /// <summary>Whole sentences of their own.</summary>
    public readonly bool IsSentence => OpensSentence && ClosesSentence;

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
            side.Add(text[i], isFirst: i == start);
            if (text[i].IsNegation)
                lastNegation = i;
        }
        var near = lastNegation >= 0 && start + length - lastNegation <= 2;
        side.EndsInNegation = near && !side.ClosesSentence;
        return side;
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
    public readonly GapSide WithoutCutOf(GapSide other) =>
        CutWord is { } cut && (other.AllLength > cut.Length || other.AllLength == 0) && (cut.Letters & ~other.AllLetters) == 0
            ? this with { Telling = Telling - 1 }
            : this;

    private void Add(WordSketch word, bool isFirst)
    {
        if (word.Shape == WordShape.Handle)
        {
            HandleLetters |= word.Letters;
            return;
        }
        // A hashtag put in is decoration.
        if (!word.IsNegation && (word.Shape == WordShape.Hashtag || word.IsSoft))
            return;
        Telling++;
        HasNumber |= word.Shape == WordShape.Number;
        HasNegation |= word.IsNegation;
        IsPraise = IsPraise || WordList.IsPraise(word);
        IsBlame = IsBlame || WordList.IsBlame(word);
        if (isFirst && word.IsCut)
            CutWord = word;
        AllLetters |= word.Letters;
        AllLength += word.Length;
    }
}
