using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Understanding;

public sealed class TheSubjects
{
    [Theory]
    [InlineData("lost luggage", "Operations", "you lost my bag and I want my suitcase back")]
    [InlineData("lost luggage", "Operations", "Mein Koffer ist nicht angekommen")]
    [InlineData("delays", "Operations", "stuck on the tarmac, three hours late")]
    [InlineData("cancellations", "Operations", "our flight was cancelled")]
    [InlineData("waiting on hold", "Customer care", "I have been on hold for 50 minutes")]
    [InlineData("refund not received", "Finance", "where is my refund?")]
    [InlineData("wrong charges", "Finance", "you charged me twice")]
    [InlineData("app crashes", "IT", "the app crashes when I open it")]
    [InlineData("outage", "IT", "is there an outage? servers are down")]
    [InlineData("pin and passcode", "IT", "my pin is blocked")]
    [InlineData("careers", "HR", "are you hiring? I sent my resume")]
    [InlineData("investors", "Investor relations", "shareholders will not like these quarterly results")]
    [InlineData("legal and policy", "Legal", "my lawyer will sue you")]
    [InlineData("promotions and contests", "Marketing", "who won the giveaway? I entered the contest")]
    public void Have_readable_names_and_a_part_of_the_firm(string topic, string department, string text)
    {
        var insight = Reading.Of(text);
        Assert.Contains(topic, insight.Topics);
        Assert.Equal(department, insight.Department);
    }

    [Fact]
    public void Are_silent_about_what_they_do_not_know()
    {
        var insight = Reading.Of("Hello there, good morning");
        Assert.Empty(insight.Topics);
        Assert.Null(insight.Department);
    }

    [Fact]
    public void Take_the_companys_words_before_their_own()
    {
        var reader = new LocalReader(new ReadingRules(new Brand("Acme"))
        {
            Departments = Words(("Baggage desk", "suitcase"), ("finance", "invoice desk")),
            Topics = Words(("hoverboards", "hover boards"), ("L'Étoile", "étoile")),
        });
        var lost = reader.Read(Reading.Said("You lost my suitcase"));
        Assert.Equal("Baggage desk", lost.Department);
        Assert.Contains("lost luggage", lost.Topics);
        Assert.Contains("hoverboards", reader.Read(Reading.Said("my Hover-Board is broken, these hover boards!")).Topics);
        Assert.Contains("L'Étoile", reader.Read(Reading.Said("à l’etoile hier")).Topics);
        Assert.Equal("finance", reader.Read(Reading.Said("where is my refund")).Department);
    }

    [Theory]
    [InlineData("Love the Imagine Dragons show in Vegas", "imagine dragons")]
    [InlineData("I want to go #DestinationDragons please", "destination dragons")]
    [InlineData("stuck in the nashville ice storm", "nashville ice")]
    public void Show_in_key_phrases(string text, string phrase) => Assert.Contains(phrase, Reading.Of(text).Phrases);

    [Fact]
    public void Leave_grammar_and_the_companys_own_name_out_of_key_phrases()
    {
        var phrases = Reading.Of("Why can I not get my seat with you, Southwest?").Phrases;
        Assert.Equal(["seat"], phrases);
    }

    [Fact]
    public void Never_carry_a_person_in_a_key_phrase()
    {
        var phrases = Reading.Of("my name is Ann Lee, write to ann.lee@example.com about the broken window, agent Karen knows").Phrases;
        Assert.DoesNotContain(phrases, p => p.Contains("lee", StringComparison.Ordinal) || p.Contains("karen", StringComparison.Ordinal) || p.Contains("example", StringComparison.Ordinal));
        Assert.Contains("broken window", phrases);
    }

    [Fact]
    public void Are_shared_between_mentions_so_that_a_million_of_them_fit_into_memory()
    {
        var (one, other) = (Reading.Of("my flight was cancelled yesterday"), Reading.Of("our flight was cancelled again"));
        Assert.Same(one.Topics, other.Topics);
        Assert.Same(one.Phrases.Single(p => p == "cancelled"), other.Phrases.Single(p => p == "cancelled"));
    }

    private static Dictionary<string, IReadOnlyList<string>> Words(params (string Name, string Word)[] words) =>
        words.ToDictionary(w => w.Name, w => (IReadOnlyList<string>)[w.Word]);
}
