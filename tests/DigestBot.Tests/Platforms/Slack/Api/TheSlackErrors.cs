using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Tests.Platforms.Slack.Api;

public sealed class TheSlackErrors
{
    public static TheoryData<string> Every_known_error => [.. SlackErrors.Names];

    [Theory]
    [MemberData(nameof(Every_known_error))]
    public void Are_told_in_sentences_for_people(string error)
    {
        var words = SlackErrors.Words(error);
        Assert.True(char.IsUpper(words[0]), words);
        Assert.EndsWith(".", words, StringComparison.Ordinal);
        Assert.InRange(words.Length, 15, 200);
        if (error.Contains('_', StringComparison.Ordinal))
            Assert.DoesNotContain(error, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not_in_channel", "/invite @DigestBot")]
    [InlineData("channel_not_found", "Digests:Audiences")]
    [InlineData("invalid_auth", "Slack:BotToken")]
    [InlineData("edit_window_closed", "page")]
    [InlineData("user_disabled", "Hand their follow-ups over")]
    public void Say_what_to_do_next(string error, string next) => Assert.Contains(next, SlackErrors.Words(error), StringComparison.Ordinal);

    [Fact]
    public void Name_the_scope_that_is_missing() =>
        Assert.Contains("channels:history", SlackErrors.Words("missing_scope", "channels:history"), StringComparison.Ordinal);

    [Fact]
    public void Give_an_error_nobody_knew_of_by_its_name() =>
        Assert.Contains("an_error_of_tomorrow", SlackErrors.Words("an_error_of_tomorrow"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!channel>")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("line\nbreak")]
    public void Repeat_nothing_that_is_no_name(string error)
    {
        Assert.Null(SlackErrors.Plain(error));
        Assert.Contains("no reason given", SlackErrors.Words(error), StringComparison.Ordinal);
        Assert.Contains("that this needs", SlackErrors.Words("missing_scope", error), StringComparison.Ordinal);
    }

    [Fact]
    public void Never_are_both_certain_and_uncertain() => Assert.DoesNotContain(
        SlackErrors.Names, error => SlackErrors.IsUncertain(error) && (SlackErrors.IsPassing(error) || SlackErrors.MeansUninstalled(error)));
}
