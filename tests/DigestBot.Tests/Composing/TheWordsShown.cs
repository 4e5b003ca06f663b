using DigestBot.Core.Editions;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Composing;

public sealed class TheWordsShown
{
    [Theory]
    [InlineData("@AcmeAir @user my bag is gone https://t.co/abc", "my bag is gone")]
    [InlineData("RT @AcmeAir: Thanks for the lift .", "Thanks for the lift.")]
    [InlineData("Steps:\n\n<b>Bug</b> one", "Steps / Bug one")]
    [InlineData("![Image](https://x.example/y.png) See [the guide](https://x.example/g) <!-- do not delete --> please", "See the guide please")]
    [InlineData("I told @AcmeAir twice", "I told @AcmeAir twice")]
    [InlineData("2 < 3 and 4 > 1", "2 < 3 and 4 > 1")]
    public void Leave_out_what_belongs_to_the_network(string said, string shown) => Assert.Equal(shown, DisplayText.Words(said));

    [Theory]
    [InlineData("It costs 4.2 euros. Why?", 2)]
    [InlineData("Flying to St. Louis with J. Smith. Fine!", 2)]
    [InlineData("no marks at all", 1)]
    [InlineData("荷物がない。どこですか？", 2)]
    public void Fall_into_sentences(string line, int sentences) => Assert.Equal(sentences, Sentences.Of(line).Count);

    [Fact]
    public void Are_cut_between_words_and_never_through_a_character() =>
        Prop.ForAll<string, PositiveInt>((text, room) =>
        {
            var longest = room.Get + 10;
            var cut = DisplayText.Cut(DisplayText.OneLine(text ?? ""), longest);
            Assert.InRange(cut.Length, 0, longest);
            Assert.False(cut.Length > 1 && char.IsHighSurrogate(cut[^2]) && cut[^1] == '…');
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_one_line_whatever_was_written() =>
        Prop.ForAll<string>(text => Assert.DoesNotContain(DisplayText.Words(text ?? ""), char.IsControl)).QuickCheckThrowOnFailure();
}
