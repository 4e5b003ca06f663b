using DigestBot.Core.Mentions;
using DigestBot.Storage.Mentions;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Storage;

public sealed class TheSearchTokens
{
    [Theory]
    [InlineData("Lost my LUGGAGE!", "lost my luggage")]
    [InlineData("don't @jane #Fail_now v2.0", "don t jane fail now v2 0")]
    [InlineData("Straße Ærø Łódź naïve Ñandú", "strasse aero lodz naive nandu")]
    [InlineData("Ｆｕｌｌ ﬁne ①", "full fine 1")]
    [InlineData("Ёлка й ΆΝΘΡΩΠΟΣ", "елка и ανθρωποσ")]
    [InlineData("東京都", "東京 京都 都")]
    [InlineData("駅", "駅")]
    [InlineData("iPhoneが壊れた", "iphone が壊 壊れ れた た")]
    [InlineData("ﾊﾝｶｸ", "ハン ンカ カク ク")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    [InlineData("हिन्दी عَرَبِيّ", "हिनदी عربي")]
    [InlineData("👩‍👩‍👧 ... \" ' ( ) * : & | ! \\", "")]
    [InlineData("", "")]
    public void Fold_and_split_a_text(string text, string tokens) => Assert.Equal(tokens, SearchTokens.Of(text));

    [Fact]
    public void Hold_nothing_but_letters_and_digits_whatever_is_written() =>
        Property(text => SearchTokens.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(token => token.Length <= 64 && token.EnumerateRunes().All(IsPlain)));

    [Fact]
    public void Find_a_text_by_all_of_itself() =>
        Property(text =>
        {
            var kept = SearchTokens.Of(text).Split(' ');
            return SearchTokens.OfQuery(text).All(word => kept.Any(token => word.IsPrefix ? token.StartsWith(word.Text, StringComparison.Ordinal) : token == word.Text));
        });

    [Theory]
    [InlineData("Ǽ", "ae")]
    [InlineData("ǿ", "o")]
    [InlineData("Straße", "strasse")]
    public void Spell_out_letters_that_carry_an_accent_too(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void Are_the_same_for_a_text_that_was_folded_before() =>
        Property(text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text));

    [Fact]
    public void Are_the_same_for_plain_text_whether_or_not_another_script_follows()
    {
        var plain = Gen.OneOf(Gen.Choose(1, 127).Select(c => ((char)c).ToString()), Gen.Elements(new string('x', 70), "Word", " ")).ListOf().Select(string.Concat);
        Prop.ForAll(plain.ToArbitrary(), text => SearchTokens.Of($"{text} 東") == $"{SearchTokens.Of(text)} 東".TrimStart()).QuickCheckThrowOnFailure();
        Assert.Equal(4000, SearchTokens.Of(string.Concat(Enumerable.Repeat("a ", 5000))).Split(' ').Length);
        Assert.Equal(4000, SearchTokens.Of("東 " + string.Concat(Enumerable.Repeat("a ", 5000))).Split(' ').Length);
    }

    [Fact]
    public void Ask_for_each_word_once() => Assert.Equal([new("again", false), new("東", true)], SearchTokens.OfQuery("again AGAIN 東 東 Ágain"));

    private static bool IsPlain(System.Text.Rune rune) =>
        System.Text.Rune.IsLetterOrDigit(rune) || (rune.Value > 0x7f && !System.Text.Rune.IsWhiteSpace(rune) && !System.Text.Rune.IsControl(rune));

    // FsCheck's own strings hold little but ASCII: mixed with scripts, marks, quotes and halves of characters.
    private static void Property(Func<string, bool> holds)
    {
        var piece = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
            Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32),
            Gen.Elements("a", "Z", " ", "\"", "'", "東", "が", "กระ", "é", "e\u0301", "ß", "İ", "ﬃ", "\u200D", "*", ":", "(", "8"));
        var text = piece.ListOf().Select(pieces => CleanText.Of(string.Concat(pieces)));
        Prop.ForAll(text.ToArbitrary(), holds).QuickCheckThrowOnFailure();
    }
}
