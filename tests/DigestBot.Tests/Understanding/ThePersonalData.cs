using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Understanding;

public sealed class ThePersonalData
{
    [Theory]
    [InlineData("write to ann.lee+x@mail.example.co.uk.", "write to [e-mail].")]
    [InlineData("call +49 (0)711 2233-4455 now", "call [phone] now")]
    [InlineData("call (555) 123-4567", "call [phone]")]
    [InlineData("my number: 555-123-4567!", "my number: [phone]!")]
    [InlineData("phone 5551234567 please", "phone [phone] please")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00, thanks", "IBAN [account], thanks")]
    [InlineData("GB29NWBK60161331926819", "[account]")]
    [InlineData("card 4111-1111-1111-1111 declined", "card [account] declined")]
    [InlineData("SSN 078-05-1120", "SSN [id]")]
    [InlineData("@SouthwestAir tell @jane_doe that", "@SouthwestAir tell @••• that")]
    [InlineData("my name is Ann Lee and", "my name is [name] and")]
    [InlineData("ich heiße Jürgen Weiß.", "ich heiße [name].")]
    [InlineData("agent Karen helped", "agent [name] helped")]
    [InlineData("Mr. Smith was rude", "Mr. [name] was rude")]
    [InlineData("I live at 12 Old Mill Road now", "I live at [address] now")]
    [InlineData("Lindenstraße 12, Berlin", "[address], Berlin")]
    public void Is_masked_in_quotes(string said, string shown) =>
        Assert.Equal(shown, PersonalData.Mask(said, Reading.Of(said).PersonalData));

    [Theory]
    [InlineData("order 123456789012 of 2025-06-12, flight UA1706, ref GGQZQD")]
    [InlineData("paid $1,234.50 on 12.06.2025 at 10:30, 3 bags, 45mins")]
    [InlineData("version 10.0.19041.1288, issue #123456789")]
    [InlineData("card 4111 1111 1111 1112 has a wrong check digit")]
    [InlineData("DE00 3704 0044 0532 0130 00 has a wrong check digit")]
    [InlineData("https://example.com/items/5551234567890")]
    [InlineData("the agent was nice, my name is on the list")]
    [InlineData("gate 12 at Denver, 24 hours")]
    public void Is_not_seen_in_references_dates_and_amounts(string said) => Assert.Empty(Reading.Of(said).PersonalData);

    [Fact]
    public void Is_masked_even_where_the_spans_come_from_another_text()
    {
        Assert.Equal("short", PersonalData.Mask("short", [new(3, 40), new(-1, 2), new(2, 0), new(int.MaxValue, int.MaxValue)]));
        Assert.Equal("[name]rt", PersonalData.Mask("short", [new(0, 3), new(1, 2)]));
    }
}
