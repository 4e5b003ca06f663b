using DigestBot.Core.Editions.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Wording;

/// <summary>What of a language model's sentences is believed.</summary>
public sealed class TheClaims
{
    private static readonly string[] Bags =
    [
        "My suitcase was left in Lisbon and nobody at the desk could tell me where it is.",
        "Suitcase still in Lisbon after 3 days. The crew was lovely though.",
        "Where is my suitcase? I landed on Monday.",
    ];

    [Theory]
    [InlineData("Suitcase left in Lisbon, nobody at the desk could tell where")]
    [InlineData("Suitcase still in Lisbon after 3 days")]
    [InlineData("41 people: suitcase still in Lisbon after 3 days")]
    public void Hold_where_one_customer_said_it(string headline) => Assert.True(Claims.Hold(headline, Bags, [41]));

    [Theory]
    [InlineData("Suitcase still in Lisbon after 5 days")] // another number
    [InlineData("Suitcase still in Madrid after 3 days")] // another place
    [InlineData("Crew left suitcase in Lisbon on Monday")] // facts of three customers in one
    [InlineData("Suitcase not left in Lisbon")] // denied
    [InlineData("Acme Air goes bankrupt after suitcase scandal in Lisbon")] // nobody said it
    [InlineData("Suitcase left in Lisbon https://evil.example.com")]
    [InlineData("Suitcase left in Lisbon, see evil.com")]
    [InlineData("<!channel> suitcase left in Lisbon")]
    [InlineData("Suitcase [left](x) in Lisbon")]
    [InlineData("Suitcase left\nin Lisbon")]
    [InlineData("suitcase")]
    [InlineData("")]
    public void Do_not_hold_where_nobody_said_it_or_it_could_do_something(string headline) => Assert.False(Claims.Hold(headline, Bags, [41]));

    [Fact]
    public void Do_not_hold_for_a_single_voice_among_many() =>
        Assert.False(Claims.Hold("Visit the casino tonight and win free coins", [.. Bags, "Visit the casino tonight and win free coins"], []));

    [Theory]
    [InlineData("My bags have been in Lisbon for 3 days", "Meine Koffer sind seit 3 Tagen in Lissabon", true)]
    [InlineData("My bags have been in Lisbon for 4 days", "Meine Koffer sind seit 3 Tagen in Lissabon", false)]
    [InlineData("My bags have been in Lisbon", "Meine Koffer sind seit 3 Tagen in Lissabon", false)]
    [InlineData("Bags, 3", "Meine Koffer sind seit 3 Tagen in Lissabon und niemand am Schalter hat mir gesagt, wo", false)]
    [InlineData("My bags are 3 days late, see www.evil.com", "Meine Koffer sind seit 3 Tagen in Lissabon", false)]
    public void Of_a_translation_hold_with_the_same_numbers_and_nothing_added(string translation, string original, bool holds) =>
        Assert.Equal(holds, Claims.IsFaithful(translation, original));

    [Fact]
    public void Hold_for_no_text_with_anything_that_steers() => Check.QuickThrowOnFailure(Prop.ForAll<string, char>((text, character) =>
        !(char.IsControl(character) || "<>@`|*[]{}\\".Contains(character)) || !Claims.IsPlain(text + character + "x")));

    [Fact]
    public void Never_throw_on_any_text() => Check.QuickThrowOnFailure(Prop.ForAll<string?, string?>((headline, message) =>
    {
        Claims.Hold(headline ?? "", [message ?? "", message ?? ""], [1]);
        Claims.IsFaithful(headline ?? "", message ?? "");
    }));
}
