using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Finding mentions by words: the same on every engine.</summary>
public abstract class SearchContract : StoreContract
{
    private IMentionStore Mentions => Store.Services.GetRequiredService<IMentionStore>();

    [StoreFact]
    public async Task Finds_what_has_every_word_newest_first()
    {
        await KeepAsync("lost luggage in Oslo", "luggage found", "my luggage was lost again", "lost and alone");
        Assert.Equal(["my luggage was lost again", "lost luggage in Oslo"], await SearchAsync("Lost LUGGAGE"));
        Assert.Equal(["my luggage was lost again"], await SearchAsync("luggage lost again"));
        Assert.Empty(await SearchAsync("luggage nowhere"));
    }

    [StoreFact]
    public async Task Finds_words_whatever_their_accents_and_case()
    {
        await KeepAsync("Die Straße nach Köln", "la canción más triste", "ΟΔΟΣ");
        Assert.Equal(["Die Straße nach Köln"], await SearchAsync("STRASSE koln"));
        Assert.Equal(["la canción más triste"], await SearchAsync("cancion mas"));
        Assert.Equal(["ΟΔΟΣ"], await SearchAsync("οδος"));
    }

    [StoreFact]
    public async Task Finds_words_of_scripts_that_are_written_without_spaces()
    {
        await KeepAsync("東京駅で荷物をなくした", "京都は静かだ", "กระเป๋าหาย", "배송이 늦어요");
        Assert.Equal(["東京駅で荷物をなくした"], await SearchAsync("東京"));
        Assert.Equal(["東京駅で荷物をなくした"], await SearchAsync("荷物 東京駅"));
        Assert.Equal(["京都は静かだ"], await SearchAsync("京都"));
        Assert.Equal(["京都は静かだ", "東京駅で荷物をなくした"], await SearchAsync("京"));
        Assert.Equal(["東京駅で荷物をなくした"], await SearchAsync("た"));
        Assert.Equal(["กระเป๋าหาย"], await SearchAsync("กระเป๋า"));
        Assert.Equal(["배송이 늦어요"], await SearchAsync("배송"));
    }

    [StoreFact]
    public async Task Finds_a_refreshed_mention_by_its_new_words_only()
    {
        await Mentions.SaveAsync("social", [Said(1, "the old wording")], null, None);
        await Mentions.SaveAsync("social", [Said(1, "a new phrase")], null, None);
        Assert.Empty(await SearchAsync("wording"));
        Assert.Equal(["a new phrase"], await SearchAsync("phrase"));
    }

    [StoreFact]
    public async Task Gives_operators_no_meaning()
    {
        await KeepAsync("cats and dogs", "cats or dogs", "cats near dogs", "not cats", "cat's pyjamas");
        Assert.Equal(["cats or dogs"], await SearchAsync("cats OR dogs"));
        Assert.Equal(["cats near dogs"], await SearchAsync("NEAR(cats dogs)"));
        Assert.Equal(["not cats"], await SearchAsync("NOT cats"));
        Assert.Equal(["cat's pyjamas"], await SearchAsync("cat:s"));
        Assert.Empty(await SearchAsync("pyjama*"));
        foreach (var typed in (string[])["\"", "'", "a' | 'b", "\" OR \"", "cats & !dogs", "^cats", "words:cats -dogs", "{cats}", "cats)", "(", "\\", "%", Hostile])
            await SearchAsync(typed); // none of them is a fault
    }

    [StoreFact]
    public async Task Finds_nothing_for_no_word_at_all()
    {
        await KeepAsync("anything");
        foreach (var nothing in (string[])["", "   ", "...", "\"\"", "👩‍👩‍👧", "\0", "\u0301"])
            Assert.Empty(await SearchAsync(nothing));
    }

    [StoreFact]
    public async Task Finds_at_most_as_many_as_asked_for()
    {
        await KeepAsync([.. Enumerable.Range(0, 30).Select(i => $"same word {i}")]);
        Assert.Equal(["same word 29", "same word 28"], (await Mentions.SearchAsync("same", 2, None)).Select(read => read.Mention.Text));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Mentions.SearchAsync("same", 0, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Mentions.SearchAsync("same", 201, None));
    }

    [StoreFact]
    public async Task Takes_texts_of_any_length_and_words_without_end()
    {
        var endless = new string('x', 5000);
        await KeepAsync(endless, string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"w{i}")), new string('字', 3000));
        Assert.Equal([endless], await SearchAsync(endless));
        Assert.Single(await SearchAsync("w0 w1999"));
        Assert.Single(await SearchAsync(new string('字', 500)));
    }

    private static ReadMention Said(int number, string text) => new(
        new(new("social", $"{number}"), "mallory", text, Monday.AddMinutes(number)),
        new() { Language = "und", Sentiment = Sentiment.Neutral, SentimentScore = 0, Kind = MentionKind.Other, SuggestionScore = 0 });

    private Task<SavedPage> KeepAsync(params string[] texts) =>
        Mentions.SaveAsync("social", [.. texts.Select((text, i) => Said(i, text))], null, None);

    private async Task<IEnumerable<string>> SearchAsync(string words) =>
        (await Mentions.SearchAsync(words, 50, None)).Select(read => read.Mention.Text);
}
