using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Core.Understanding.OwnModels;

namespace DigestBot.Tests.Understanding.OwnModels;

public sealed class TheOwnModels : IAsyncLifetime
{
    private const string Squawk = "Squawk zulu2 on stand Lisbon";
    private School _school = null!;

    public async Task InitializeAsync() => _school = await School.OpenAsync();

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task Make_the_next_mention_right_without_a_restart_and_after_one_and_in_other_processes()
    {
        var elsewhere = _school.Elsewhere();
        Assert.NotEqual(MentionKind.Issue, KindOf(_school.Reader));
        await _school.CorrectAsync(School.Jargon);
        Assert.True(await _school.LearnAsync());
        Assert.Equal(MentionKind.Issue, KindOf(_school.Reader));
        await elsewhere.RefreshAsync(default);
        Assert.Equal(MentionKind.Issue, KindOf(elsewhere));
        await _school.RestartAsync();
        Assert.Equal(MentionKind.Issue, KindOf(_school.Reader));
        Assert.Contains("shipped, learned from 56 corrections.", Assert.Single(await _school.Models.AllAsync(default)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_alone_what_everybody_else_says()
    {
        var praise = Reading.Said("Thank you so much, Acme Air, the crew was lovely and the flight on time!");
        await _school.CorrectAsync(School.Jargon);
        await _school.LearnAsync();
        Assert.Equal((MentionKind.Issue, MentionKind.Win), (KindOf(_school.Reader), _school.Reader.Read(praise).Kind));
    }

    [Fact]
    public async Task Learn_again_only_when_ten_corrections_are_new()
    {
        await _school.CorrectAsync(School.Jargon.Take(47));
        Assert.True(await _school.LearnAsync());
        await _school.CorrectAsync(School.Jargon.TakeLast(9));
        Assert.False(await _school.LearnAsync());
        await _school.CorrectAsync([("Squawk zulu9 on stand Oslo", "issue")]);
        Assert.True(await _school.LearnAsync());
        Assert.False(await _school.LearnAsync());
    }

    [Fact]
    public async Task Are_not_used_where_corrections_follow_no_pattern()
    {
        await _school.CorrectAsync(School.Jargon.Select((row, i) => (row.Text, i * 7 % 5 < 2 ? "win" : "issue")));
        Assert.True(await _school.LearnAsync());
        Assert.False(Assert.Single(await _school.Models.AllAsync(default)).IsUsed);
    }

    [Fact]
    public async Task Learn_nothing_from_few_corrections_or_from_sources_whose_words_are_withheld()
    {
        await _school.CorrectAsync(School.Jargon, School.Chat);
        await _school.CorrectAsync(School.Jargon.Take(39));
        await _school.LearnAsync();
        Assert.Empty(await _school.Models.AllAsync(default));
        Assert.NotEqual(MentionKind.Issue, KindOf(_school.Reader));
    }

    [Fact]
    public async Task Are_dropped_when_what_they_were_learned_from_is_forgotten()
    {
        await _school.CorrectAsync(School.Jargon);
        await _school.LearnAsync();
        await _school.ForgetAsync(1, 30);
        Assert.True(await _school.LearnAsync());
        Assert.False(Assert.Single(await _school.Models.AllAsync(default)).IsUsed);
        Assert.NotEqual(MentionKind.Issue, KindOf(_school.Reader));
    }

    [Fact]
    public async Task Are_passed_over_when_broken()
    {
        var broken = new OwnModel(ReadingTask.Kind, _school.Clock.GetUtcNow(), _school.Clock.GetUtcNow(), new("macro F1", 0.9, 0.1, 56), [1, 2, 3]);
        await _school.Models.KeepAsync([broken], default);
        await _school.Reader.RefreshAsync(default);
        Assert.Equal(MentionKind.Win, _school.Reader.Read(Reading.Said("Thank you so much, the crew was lovely!")).Kind);
        Assert.Throws<ModelFormatException>(() => broken.Open());
    }

    private static MentionKind KindOf(OwnReader reader) => reader.Read(Reading.Said(Squawk)).Kind;
}
