using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Grouping;

public sealed class TheVoices
{
    private static readonly Brand Acme = new("Acme Air") { Competitors = ["Nimbus", "Zephyr"] };

    [Fact]
    public void Say_how_loud_each_competitor_is_and_how_often_customers_name_both()
    {
        var voices = VoiceWriter.Of(Acme, Week(ours: 6, both: 2, theirs: 4), Week(ours: 7, both: 1, theirs: 0));
        var nimbus = voices[0];
        Assert.Equal(("Nimbus", 6, 2), (nimbus.Name, nimbus.Mentions, nimbus.WithUs));
        Assert.Equal(Math.Round(8 / 14.0, 3), nimbus.Share);
        Assert.Equal(Math.Round(8 / 9.0, 3), nimbus.PreviousShare);
        Assert.DoesNotContain(voices, voice => voice.Name == "Zephyr");
    }

    [Fact]
    public void Claim_no_change_on_a_week_that_was_counted_before_competitors_were_told_apart() =>
        Assert.All(VoiceWriter.Of(Acme, Week(6, 2, 4), Week(7, 1, 0) with { Competitors = null }), voice => Assert.Null(voice.PreviousShare));

    [Fact]
    public void Name_handles_that_several_people_put_beside_ours_and_never_those_of_one_or_of_ourselves()
    {
        var summary = Chatter.Summary(
        [
            .. Enumerable.Range(0, 5).Select(n => Chatter.Say($"{n}", $"@AcmeAir why not like @QuickJet, mail me at a{n}@example.com @user", $"person {n}")),
            .. Enumerable.Range(0, 9).Select(n => Chatter.Say($"loud {n}", "@AcmeAir ask @my_neighbour", "one person")),
        ], Chatter.Week);
        var handle = Assert.Single(VoiceWriter.Of(Acme, summary, null));
        Assert.Equal(("@quickjet", 5), (handle.Name, handle.WithUs));
    }

    [Fact]
    public void Are_told_in_words_at_the_foot_of_every_edition()
    {
        var edition = Testing.Editions.Ordinary().Edition with { Voices = [new("Nimbus", 40, 12, 0.62, 0.59), new("@quickjet", 6, 6, null, null)] };
        Assert.Equal("Against Nimbus: 62 %, 3 points more than last week. Named beside us: Nimbus 12, @quickjet 6.", TrendWords.Voices(edition));
        Assert.Contains("Named beside us: Nimbus 12", EditionWords.Foot(edition), StringComparison.Ordinal);
        Assert.Equal(EditionWords.Coverage(edition), EditionWords.Foot(edition with { Voices = [] }));
    }

    private static WeekSummary Week(int ours, int both, int theirs) => Chatter.Summary(
        [
            .. Said("ours", ours, true, []), .. Said("both", both, true, ["Nimbus"]), .. Said("theirs", theirs, false, ["Nimbus"]),
        ], Chatter.Week);

    private static IEnumerable<ReadMention> Said(string id, int count, bool namesUs, string[] competitors) => Enumerable.Range(0, count)
        .Select(n => Chatter.Say($"{id}-{n}", $"flew with them today, number {n}"))
        .Select(mention => mention with { Insight = mention.Insight with { NamesBrand = namesUs, Competitors = competitors } });
}
