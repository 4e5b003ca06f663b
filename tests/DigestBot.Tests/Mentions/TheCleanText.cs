using System.Text;
using System.Text.Json;
using DigestBot.Core.Mentions;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Mentions;

public sealed class TheCleanText
{
    [Theory]
    [InlineData("plain, with emoji 👩‍👩‍👧 and 東京", "plain, with emoji 👩‍👩‍👧 and 東京")]
    [InlineData("nul\0 inside", "nul inside")]
    [InlineData("no\uFFFEcharacter", "nocharacter")]
    public void Mends_only_what_no_store_can_take(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    // Not as data of a theory: attributes cannot hold half a character.
    [Fact]
    public void Puts_a_mark_where_half_a_character_stood()
    {
        Assert.Equal("half \uFFFD", CleanText.Of("half \uD83D"));
        Assert.Equal("half \uFFFD of one", CleanText.Of("half \uDE00 of one"));
        Assert.Equal("\uFFFD\uFFFD", CleanText.Of("\uDE00\uD83D"));
    }

    [Fact]
    public void Is_the_same_text_when_there_is_nothing_to_mend()
    {
        const string Text = "ünïcode 👍";
        Assert.Same(Text, CleanText.Of(Text));
    }

    [Fact]
    public void Can_be_normalized_and_serialized_whatever_came_in()
    {
        var unit = Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0xD7F0, 0xE010), Gen.Elements(0, 0xFFFE, 0xFFFF)).Select(c => (char)c);
        var text = unit.ArrayOf().Select(units => new string(units));
        Prop.ForAll(text.ToArbitrary(), dirty =>
        {
            var clean = CleanText.Of(dirty);
            return clean.Normalize(NormalizationForm.FormKC).Length > 0 == clean.Length > 0
                && JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(clean)) == clean
                && CleanText.Of(clean) == clean
                && !clean.Contains('\0');
        }).QuickCheckThrowOnFailure();
    }
}
