using DigestBot.Core.Stories.Copies;

namespace DigestBot.Tests.Grouping;

public sealed class TheCopies
{
    private const string Post = "@united our flight 4603 to Dallas has been delayed by 7 hours. Can you get me to Newark for my meeting? Worst day ever.";

    [Theory]
    [InlineData("RT @anna: " + Post)]
    [InlineData(Post + " via @anna")]
    [InlineData(Post + " https://example.com/x7f")]
    [InlineData(Post + " #fail #travel")]
    [InlineData(Post + " 😂🙏")]
    [InlineData("Happened again this morning. " + Post)]
    [InlineData(Post + " Posting again since nobody answered.")]
    [InlineData("@UNITED OUR FLIGHT 4603 TO DALLAS HAS BEEN DELAYED BY 7 HOURS!!! CAN YOU GET ME TO NEWARK FOR MY MEETING?! WORST DAY EVER")]
    [InlineData("our flight 4603 to Dallas has been delayed by 7 hours. Can you get me to Newark for my meeting? Worst day ever. @united")]
    [InlineData("Can you get me to Newark for my meeting? Worst day ever. @united our flight 4603 to Dallas has been delayed by 7 hours.")]
    [InlineData("@united our fligth 4603 to Dallas has been dealyed by 7 hours. Can you get me to Newark for my meting? Worst day ever.")]
    [InlineData("@united our flight 4603 to Dallas has been delayed by 7 hours. Can you get…")]
    [InlineData("@united our flight 4603 to Dallas has been...")]
    [InlineData("@united our flight 4603 to Dallas has been delayed by 7 hrs. Can u get me to Newark for my meeting? Worst day ever.")]
    [InlineData("@united our 𝗳𝗹𝗶𝗴𝗵𝘁 4603 to Ｄａｌｌａｓ has been delayed by 7 hours. Can you get me to Newark for my meeting? Worst day ever.")]
    public void Belong_together_however_they_were_passed_on(string copy) => Assert.True(AreTogether(Post, copy));

    [Theory]
    [InlineData("4603", "4711")]
    [InlineData("Dallas", "Boston")]
    [InlineData("delayed", "cancelled")]
    [InlineData("7 hours", "3 hours")]
    [InlineData("has been", "has not been")]
    [InlineData("Worst", "Best")]
    [InlineData("meeting", "wedding")]
    [InlineData("@united", "@delta")]
    public void Stay_apart_when_a_fact_was_changed(string fact, string other) =>
        Assert.False(AreTogether(Post, Post.Replace(fact, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Thanks for the quick help with my lost bag today", "No thanks for the quick help with my lost bag today")]
    [InlineData("I can change my booking online without calling anybody", "I can't change my booking online without calling anybody")]
    [InlineData("Danke, der Koffer ist heute angekommen und heil", "Danke, der Koffer ist heute nicht angekommen und heil")]
    [InlineData("El vuelo a Madrid salió a tiempo y con asientos libres", "El vuelo a Lisboa salió a tiempo y con asientos libres")]
    [InlineData("このアプリはとても速くて使いやすいです", "このアプリはとても遅くて使いやすいです")]
    public void Stay_apart_when_one_says_the_opposite(string one, string other) => Assert.False(AreTogether(one, other));

    [Fact]
    public void Stay_apart_when_only_a_phrase_is_shared() =>
        Assert.False(AreTogether(
            "I have been on hold for two hours because of the storm and nobody answers", "Been on hold for two hours, then a lovely agent solved everything for my mother"));

    [Fact]
    public void Of_a_cut_text_go_to_the_text_they_were_cut_from()
    {
        const string Other = "@united our flight 4603 to Dallas has been cancelled without a word. Can you get me to Newark for my meeting? Worst day ever.";
        var groups = NearDuplicates.GroupAll([Post, Other, "@united our flight 4603 to Dallas has been delayed by 7..."], default);
        Assert.Equal(groups[0], groups[2]);
        Assert.NotEqual(groups[0], groups[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😂😂😂")]
    [InlineData("https://example.com/only-a-link")]
    public void Are_never_found_among_texts_without_words(string empty)
    {
        var groups = NearDuplicates.GroupAll([empty, empty], default);
        Assert.NotEqual(groups[0], groups[1]);
    }

    [Fact]
    public void Are_the_same_in_whatever_order_texts_come()
    {
        string[] texts = [Post, "RT @anna: " + Post, Post.Replace("7 hours", "3 hours", StringComparison.Ordinal), "Something else was said altogether here", "@united our flight 4603 to Dallas has been..."];
        var forwards = NearDuplicates.GroupAll(texts, default);
        var backwards = NearDuplicates.GroupAll([.. texts.Reverse()], default).Reverse().ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = 0; j < texts.Length; j++)
                Assert.Equal(forwards[i] == forwards[j], backwards[i] == backwards[j]);
        }
    }

    [Fact]
    public void Of_hostile_texts_are_found_without_harm()
    {
        string[] hostile =
        [
            new('a', 200_000), string.Join(' ', Enumerable.Repeat("buy now", 50_000)), "\uD800 half an emoji \uDC00", "\u202Eright to left\u202C", new('@', 5_000), "....", "# # #",
            string.Join(' ', Enumerable.Range(0, 20_000)), "<script>alert(1)</script> 'quoted' \"text\"", "'''''''", "@@@@ ##",
        ];
        var groups = NearDuplicates.GroupAll([.. hostile, .. hostile], default);
        Assert.Equal(groups[1], groups[1 + hostile.Length]);
        Assert.Equal(groups[7], groups[7 + hostile.Length]);
    }

    [Fact]
    public void Are_found_among_many_others_without_comparing_each_with_each()
    {
        var dice = new Random(5);
        var words = Enumerable.Range(0, 3_000).Select(n => new string([.. Enumerable.Range(0, 6).Select(k => (char)('a' + ((n * 7) + (k * k * n / 3)) % 26))])).ToArray();
        var texts = Enumerable.Range(0, 20_000).Select(_ => string.Join(' ', Enumerable.Range(0, 15).Select(_ => words[dice.Next(words.Length)]))).ToList();
        texts.AddRange(texts.Take(500).Select(text => $"RT @somebody: {text} https://example.com"));
        var groups = NearDuplicates.GroupAll(texts, default);
        Assert.All(Enumerable.Range(0, 500), n => Assert.Equal(groups[n], groups[20_000 + n]));
    }

    private static bool AreTogether(string one, string other)
    {
        var groups = NearDuplicates.GroupAll([one, other], default);
        return groups[0] == groups[1];
    }
}
