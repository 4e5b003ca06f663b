using DigestBot.Core.Understanding;

namespace DigestBot.Tests.Understanding;

public sealed class TheReader
{
    [Theory]
    [InlineData("en", "The crew was friendly but we waited two hours for the bags")]
    [InlineData("de", "Der Flug war verspätet und niemand hat geholfen")]
    [InlineData("fr", "Le vol est en retard et personne ne répond")]
    [InlineData("es", "Mi maleta no ha llegado y nadie contesta")]
    [InlineData("it", "Il bagaglio non è arrivato e nessuno risponde")]
    [InlineData("pt", "A minha mala não chegou e ninguém responde")]
    [InlineData("nl", "De vlucht is vertraagd en niemand weet iets")]
    [InlineData("ja", "部屋がとても綺麗でした")]
    [InlineData("ru", "Самолёт опоздал на три часа")]
    [InlineData("ko", "비행기가 늦었어요")]
    [InlineData("und", "zxcv qwrt")]
    [InlineData("und", "")]
    public void Tells_the_language(string language, string text) => Assert.Equal(language, Reading.Of(text).Language);

    [Fact]
    public void Believes_the_source_about_the_language_only_where_the_text_leaves_it_open()
    {
        Assert.Equal("pt", Reading.Of("Porto!", language: "pt-BR").Language);
        Assert.Equal("de", Reading.Of("Der Flug war leider verspätet und wir haben gewartet", language: "en").Language);
    }

    [Theory]
    [InlineData("Der Abend war schön", Sentiment.Positive)]
    [InlineData("Der Abend war schoen", Sentiment.Positive)]
    [InlineData("Der Abend war schööön", Sentiment.Positive)]
    [InlineData("Der Abend war schon", Sentiment.Neutral)]
    public void Takes_an_umlaut_for_a_letter_of_its_own(string text, Sentiment sentiment) => Assert.Equal(sentiment, Reading.Of(text).Sentiment);

    [Theory]
    [InlineData("die App -.-", Sentiment.Negative)]
    [InlineData("the app ^^", Sentiment.Positive)]
    [InlineData("l'appli :3", Sentiment.Positive)]
    [InlineData("die App um 12:3", Sentiment.Neutral)]
    public void Sees_faces_that_are_drawn(string text, Sentiment sentiment) => Assert.Equal(sentiment, Reading.Of(text).Sentiment);

    [Theory]
    [InlineData("RT @anna: Jede Nacht aufs Neue", "de")]
    [InlineData("lol ok @tom tu fais quoi", "fr")]
    public void Takes_words_of_every_language_for_none(string text, string language) => Assert.Equal(language, Reading.Of(text).Language);

    [Theory]
    [InlineData("@SouthwestAir thank you for the quick help, your agent was amazing!")]
    [InlineData("Vielen Dank für die schnelle Hilfe, super Service!")]
    [InlineData("¡Gracias por la ayuda, excelente servicio!")]
    [InlineData("Merci beaucoup, équipe formidable !")]
    [InlineData("Grazie mille, personale gentilissimo")]
    [InlineData("Obrigado pela ajuda, atendimento excelente!")]
    [InlineData("Bedankt, geweldige service!")]
    [InlineData("部屋がとても綺麗で、スタッフも親切でした")]
    [InlineData("not bad at all, I loved it")]
    [InlineData("Best crew ever 😍")]
    public void Takes_meant_praise_for_a_win(string text) => AssertKind(MentionKind.Win, Sentiment.Positive, text);

    [Theory]
    [InlineData("my bag is still not here and nobody answers the phone")]
    [InlineData("The crew was not friendly at all")]
    [InlineData("The app crashes every time I open it since the update")]
    [InlineData("Der Flug war verspätet und niemand hat geholfen, furchtbarer Service")]
    [InlineData("Mi maleta no ha llegado y nadie responde, qué vergüenza")]
    [InlineData("Le vol est en retard et toujours aucune réponse du service client")]
    [InlineData("Il bagaglio non è arrivato, servizio pessimo")]
    [InlineData("O app não funciona, péssimo atendimento")]
    [InlineData("対応が最悪でした")]
    [InlineData("😡😡😡")]
    public void Takes_trouble_for_an_issue(string text) => AssertKind(MentionKind.Issue, Sentiment.Negative, text);

    [Theory]
    [InlineData("Thanks for cancelling my flight")]
    [InlineData("Great, another delay. Love waiting 3 hours on the tarmac")]
    [InlineData("wow nice job losing my bag again")]
    [InlineData("Thanks for nothing, on hold for 2 hours")]
    [InlineData("Super, schon wieder Verspätung, danke für nichts")]
    [InlineData("Love how you lost my luggage 👏👏")]
    public void Is_not_fooled_by_irony(string text) => AssertKind(MentionKind.Issue, Sentiment.Negative, text);

    [Theory]
    [InlineData("Please add a dark mode to the app")]
    [InlineData("It would be nice if you had vegan meals on board")]
    [InlineData("You should let us choose seats together")]
    [InlineData("Es wäre toll, wenn die App einen Nachtmodus hätte")]
    [InlineData("Estaría bien poder pagar con tarjeta")]
    [InlineData("Ce serait bien d'ajouter un mode sombre")]
    [InlineData("Feature request: export to CSV")]
    public void Hears_what_people_ask_for(string text)
    {
        var insight = Reading.Of(text);
        Assert.Equal(MentionKind.Suggestion, insight.Kind);
        Assert.True(insight.IsSuggestion);
    }

    [Theory]
    [InlineData("How do I change my booking?")]
    [InlineData("Can I bring a dog on board?")]
    [InlineData("@SouthwestAir when do you announce the winners?")]
    [InlineData("Kann ich mein Gepäck schon abends aufgeben?")]
    [InlineData("¿Dónde puedo ver mi reserva?")]
    public void Knows_a_question_from_a_complaint_and_from_a_request(string text) => Assert.Equal(MentionKind.Question, Reading.Of(text).Kind);

    [Theory]
    [InlineData("At the airport now.")]
    [InlineData("United States of America")]
    [InlineData("Flight 12 to Denver, gate B7")]
    public void Makes_nothing_of_chatter(string text) => AssertKind(MentionKind.Other, Sentiment.Neutral, text);

    [Fact]
    public void Finds_the_suggestion_inside_a_complaint()
    {
        var insight = Reading.Of("Terrible, awful, two hours on hold and nobody answers. Please add a call back option!");
        Assert.Equal(MentionKind.Issue, insight.Kind);
        Assert.True(insight.IsSuggestion);
    }

    [Fact]
    public void Trusts_the_stars_more_than_the_words()
    {
        Assert.Equal(Sentiment.Negative, Reading.Of("Great", rating: 1).Sentiment);
        Assert.Equal(Sentiment.Positive, Reading.Of("Could be worse", rating: 5).Sentiment);
    }

    [Fact]
    public void Weighs_what_comes_after_a_but()
    {
        Assert.True(Reading.Of("the seat was bad but the crew was great").SentimentScore > Reading.Of("the crew was great but the seat was bad").SentimentScore);
    }

    [Fact]
    public void Takes_danger_more_seriously_than_a_late_coffee()
    {
        var fire = Reading.Of("There was smoke and a fire on board, people were injured").Severity;
        var money = Reading.Of("You charged me twice and my money is gone").Severity;
        var coffee = Reading.Of("My coffee was cold").Severity;
        Assert.True(fire > money && money > coffee, $"{fire} {money} {coffee}");
        Assert.True(Reading.Of("The crew put out a fire at once, thank you so much, you are amazing heroes!").Severity < money);
    }

    private static void AssertKind(MentionKind kind, Sentiment sentiment, string text)
    {
        var insight = Reading.Of(text);
        Assert.Equal((kind, sentiment), (insight.Kind, insight.Sentiment));
    }
}
