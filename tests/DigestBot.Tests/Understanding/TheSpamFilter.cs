namespace DigestBot.Tests.Understanding;

public sealed class TheSpamFilter
{
    [Theory]
    [InlineData("Use code SAVE20 for 20% off! Click here http://bit.ly/abc")]
    [InlineData("Earn $500 per day from home! DM me on WhatsApp")]
    [InlineData("Join our free bitcoin giveaway now, double your money https://t.co/x")]
    [InlineData("In today's fast-paced world, unlock the power of synergy. Read more on our blog")]
    [InlineData("As an AI language model I cannot write a review")]
    [InlineData("Gana dinero desde casa, compra ahora https://x.example")]
    [InlineData("Follow and RT to win a trip https://x.example")]
    public void Stops_what_sells_or_fills(string text) => Assert.True(Reading.Of(text).IsSpam);

    [Theory]
    [InlineData("My promo code does not work and customer service says to wait")]
    [InlineData("I saw your fare sale, 20% off, but my booking fails")]
    [InlineData("Buy now button is broken")]
    [InlineData("#fail #neveragain #lost #bag #denver #southwest my bag is lost http://t.co/a")]
    [InlineData("when do the winners of the contest hear from you?")]
    [InlineData("WHY IS NOBODY ANSWERING THE PHONE MY FLIGHT IS CANCELLED")]
    public void Lets_customers_through(string text) => Assert.False(Reading.Of(text).IsSpam);
}
