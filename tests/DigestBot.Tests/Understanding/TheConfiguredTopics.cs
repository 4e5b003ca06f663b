using System.Globalization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Concepts;

namespace DigestBot.Tests.Understanding;

public sealed class TheConfiguredTopics
{
    [Theory]
    [InlineData("Delivery", "where is my parcel")]
    [InlineData("Delivery", "mon colis n'est jamais arrivé")]
    [InlineData("Lieferung", "Mein Paket ist immer noch nicht da")]
    [InlineData("Refund", "I want my money back now")]
    [InlineData("Reembolso", "quiero que me devuelvan el dinero, devuelvan mi dinero")]
    [InlineData("Remboursement", "I am still waiting for the refund")]
    [InlineData("Billing/Payment", "you charged me twice")]
    [InlineData("Battery", "Akku ist nach 2 Stunden leer")]
    [InlineData("Akku", "the battery drains overnight")]
    [InlineData("Login", "I cannot sign in since Tuesday")]
    [InlineData("Login", "Ich komme nicht rein, Passwort wird nicht angenommen")]
    [InlineData("Opening hours", "Wann macht ihr sonntags auf? Seid ihr geöffnet?")]
    [InlineData("Öffnungszeiten", "what time do you close on Fridays")]
    [InlineData("Check-in", "our room was not ready at three")]
    [InlineData("Data protection", "wer bekommt meine Daten? Ich habe nie eingewilligt")]
    [InlineData("Protezione dei dati", "did you sell my data?")]
    [InlineData("Colazione", "the breakfast buffet was poor")]
    [InlineData("Openingstijden", "estaba cerrado a las cinco")]
    [InlineData("Atraso", "der Zug war zu spät")]
    [InlineData("配送", "荷物の配送が遅い")]
    [InlineData("Unresponsive/Freezing Device", "my phone freezes every hour")]
    public void Are_found_by_meaning_in_any_language_when_nothing_but_a_name_is_given(string topic, string text) =>
        Assert.Contains(topic, Topics(text, topic));

    [Theory]
    [InlineData("Delivery", "The breakfast was lovely and the room was quiet")]
    [InlineData("Refund", "Love the new colours of the app")]
    [InlineData("Battery", "where is my parcel")]
    [InlineData("Opening hours", "The driver was rude")]
    [InlineData("Playlist", "the invoice shows the wrong amount")]
    public void Are_not_seen_where_people_speak_of_something_else(string topic, string text) =>
        Assert.DoesNotContain(topic, Topics(text, topic));

    [Theory]
    [InlineData("Song/Artist", "bring back my favourite album")]
    [InlineData("Refunds & Returns", "where do I send it back")]
    [InlineData("Lärm und Sauberkeit", "the walls are paper thin")]
    [InlineData("Essen, Trinken", "the coffee was cold, the dishes bland")]
    [InlineData("Pagamentos e faturas", "não recebi a nota fiscal")]
    public void Are_understood_by_each_part_of_a_name(string topic, string text) => Assert.Contains(topic, Topics(text, topic));

    [Theory]
    [InlineData("Deliveries")]
    [InlineData("DELIVERY")]
    [InlineData("Delivery problems")]
    [InlineData("Lieferungen")]
    [InlineData("Livraisons")]
    [InlineData("Consegne")]
    public void Are_understood_in_the_plural_and_with_words_that_say_nothing(string topic) =>
        Assert.Contains(topic, Topics("where is my parcel", topic));

    [Fact]
    public void Are_shown_as_the_company_writes_them_even_where_a_built_in_topic_is_called_so_too()
    {
        var topics = Topics("the app crashes when I open it, app crash again", "App Crashes");
        Assert.Contains("App Crashes", topics);
        Assert.DoesNotContain("app crashes", topics);
    }

    [Fact]
    public void Begin_with_those_whose_words_the_company_listed()
    {
        var reader = Reader(("Delivery", []), ("Night shift", ["late van"]));
        Assert.Equal("Night shift", reader.Read(Reading.Said("my parcel, my parcel, where is my parcel? The late van brought none, no delivery")).Topics[0]);
    }

    [Fact]
    public void Take_the_companys_words_and_our_own_together()
    {
        var reader = Reader(("Delivery", ["blue van"]));
        Assert.Equal("Delivery", reader.Read(Reading.Said("the blue van again")).Topics[0]);
        Assert.Equal(1, reader.Read(Reading.Said("the blue van lost my parcel")).Topics.Count(topic => topic == "Delivery"));
        Assert.Contains("Delivery", reader.Read(Reading.Said("where is my parcel")).Topics);
    }

    [Fact]
    public void Are_never_left_out_for_built_in_ones_when_a_mention_is_about_many_things()
    {
        const string Text = "flight delayed, flight cancelled, lost luggage, on hold for hours, rude staff, refund refused, app crashes, and the zeppelin";
        Assert.Contains("Zeppelin", Topics(Text, "Zeppelin"));
    }

    [Fact]
    public void Are_matched_by_their_own_word_and_its_forms_where_nobody_knows_what_it_means()
    {
        Assert.Contains("Zorblatt", Topics("my two zorblatts are fine", "Zorblatt"));
        Assert.Equal(["Zorblatt"], ConfiguredTopics.MatchedByNameOnly(Rules(("Zorblatt", []), ("Hoverboards", ["board"]), ("Delivery", []), ("on board", []))));
    }

    [Fact]
    public void Called_other_or_general_do_not_match_those_words() =>
        Assert.DoesNotContain("Other", Topics("the other day, other people", "Other"));

    public static TheoryData<string> HostileNames => new(
        new string('x', 10_000), string.Concat(Enumerable.Repeat("a/", 5_000)), string.Concat(Enumerable.Repeat("delay ", 2_000)), "", "   ", "{order}", "{", "<n>", "[any topic x]", "_ .. _", "*", "a*",
        "\u0001", "🔋", "((((", "x\ny", "{a} <n> .. _", "/&,;", "\uD83D");

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void May_have_any_name_without_harm_to_reading(string name)
    {
        var insight = Reader((name, []), ("Delivery", [name])).Read(Reading.Said("the ship came in 12 days, no parcel"));
        Assert.Contains("Delivery", insight.Topics);
        Assert.DoesNotContain(name, insight.Topics);
    }

    [Fact]
    public void Leave_the_feeling_and_the_kind_of_a_mention_as_they_were()
    {
        string[] texts = ["The parcel arrived broken, I want my money back", "Please add a dark mode", "Great service, thank you!"];
        var named = Reader(("Delivery", []), ("Refund", []), ("Dark mode", []), ("Service praise", []));
        foreach (var text in texts)
        {
            var (plain, told) = (new LocalReader(new(new Brand("Acme"))).Read(Reading.Said(text)), named.Read(Reading.Said(text)));
            Assert.Equal((plain.Kind, plain.SentimentScore, plain.Department), (told.Kind, told.SentimentScore, told.Department));
        }
    }

    [Theory]
    [InlineData("Claims", "The assessor never came, nobody settles my claim")]
    [InlineData("Lager", "die Palette stand an der Laderampe, falsch kommissioniert")]
    public void Are_understood_as_departments_too_when_a_new_one_has_no_words(string department, string text)
    {
        var rules = new ReadingRules(new Brand("Acme")) { Departments = new Dictionary<string, IReadOnlyList<string>> { [department] = [] } };
        Assert.Equal(department, new LocalReader(rules).Read(Reading.Said(text)).Department);
    }

    [Fact]
    public void Have_concepts_whose_every_name_finds_them_and_whose_words_can_be_read()
    {
        Assert.All(Thesaurus.BuiltIn.Concepts, concept =>
        {
            Assert.All(concept.Names, name => Assert.Contains(concept, Thesaurus.BuiltIn.Named(name)));
            Assert.True(concept.Words.Count >= 4, string.Create(CultureInfo.InvariantCulture, $"{concept.Names[0]} has {concept.Words.Count} words"));
            Assert.DoesNotContain(concept.Words, word => word.Entry.Contains(':', StringComparison.Ordinal) || word.Section.Tongue < -1);
        });
    }

    private static IReadOnlyList<string> Topics(string text, string topic) => Reader((topic, [])).Read(Reading.Said(text)).Topics;

    private static LocalReader Reader(params (string Name, string[] Words)[] topics) => new(Rules(topics));

    private static ReadingRules Rules(params (string Name, string[] Words)[] topics) => new(new Brand("Acme"))
    {
        Topics = topics.ToDictionary(topic => topic.Name, topic => (IReadOnlyList<string>)topic.Words, StringComparer.OrdinalIgnoreCase),
    };
}
