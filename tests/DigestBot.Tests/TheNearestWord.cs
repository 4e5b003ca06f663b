using DigestBot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests;

public sealed class TheNearestWord
{
    [Theory]
    [InlineData("digets", "digest")]
    [InlineData("scorebord", "scoreboard")]
    [InlineData("HELP", "help")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void Is_what_somebody_probably_meant(string typed, string? meant) =>
        Assert.Equal(meant, Nearest.To(typed, ["digest", "scoreboard", "help", "wins"]));

    [Fact]
    public void Is_the_word_itself_when_it_exists() =>
        Prop.ForAll<NonEmptyString>(word => word.Get.Length > 64 || Nearest.To(word.Get, [word.Get]) == word.Get).QuickCheckThrowOnFailure();
}
