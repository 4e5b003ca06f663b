using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Understanding;

public sealed class TheNames
{
    [Theory]
    [InlineData("I fly Southwest every week")]
    [InlineData("@SouthwestAir where are you")]
    [InlineData("southwest's crew")]
    [InlineData("#Southwest")]
    [InlineData("SWA rocks")]
    [InlineData("United and Southwest are both late")]
    public void Of_the_brand_make_a_mention_ours(string text)
    {
        var insight = Reading.Of(text);
        Assert.True(insight.NamesBrand);
        Assert.True(insight.IsAboutUs);
    }

    [Theory]
    [InlineData("United lost my bag", "United")]
    [InlineData("@united lost my bag", "United")]
    [InlineData("Delta Air Lines is late", "Delta Air Lines")]
    [InlineData("@DeltaAirLines is late", "Delta Air Lines")]
    [InlineData("#deltaairlines is late", "Delta Air Lines")]
    [InlineData("chez L’Avion tout va mal", "L'Avion")]
    public void Of_competitors_alone_make_it_theirs(string text, string competitor)
    {
        var insight = Reading.Of(text);
        Assert.Equal([competitor], insight.Competitors);
        Assert.False(insight.IsAboutUs);
    }

    [Theory]
    [InlineData("Bei Müller war alles ausverkauft")]
    [InlineData("Mueller never has it")]
    [InlineData("muller's is closed")]
    public void With_an_umlaut_are_found_however_people_type_it(string text) =>
        Assert.True(new LocalReader(new ReadingRules(new Brand("Müller"))).Read(Reading.Said(text)).NamesBrand);

    [Theory]
    [InlineData("a strong southwest wind today")]
    [InlineData("South-West wind? no: southwest winds")]
    public void That_are_excluded_make_it_nobodys(string text)
    {
        var insight = Reading.Of(text);
        Assert.True(insight.IsExcluded);
        Assert.False(insight.IsAboutUs);
    }

    [Theory]
    [InlineData("the delta of the river")]
    [InlineData("reunited at last")]
    [InlineData("my bag is lost")]
    public void That_are_only_part_of_other_words_name_nobody(string text)
    {
        var insight = Reading.Of(text);
        Assert.Empty(insight.Competitors);
        Assert.False(insight.NamesBrand);
        Assert.True(insight.IsAboutUs);
    }
}
