using DigestBot.Core.Actions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Corrections;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Stories;

/// <summary>A curator says what mentions really are.</summary>
public sealed class TheCorrections
{
    [Fact]
    public async Task Hold_for_all_mentions_of_a_touch_point()
    {
        await using var room = await OpenAsync();
        var reply = await room.SaysAsync(Cast.Cleo, "relabel 3 suggestion neutral department Finance");

        Assert.StartsWith("Noted for 2 mentions of number 3", reply.Text, StringComparison.Ordinal);
        Assert.All(await ReadAsync(room), read => Assert.True(read.Insight is { Kind: MentionKind.Suggestion, Sentiment: Sentiment.Neutral, Department: "Finance" }));
    }

    [Fact]
    public async Task Hold_for_one_mention_by_its_number_in_the_evidence()
    {
        await using var room = await OpenAsync();
        await room.SaysAsync(Cast.Cleo, "relabel 3 mention 1 win"); // newest first

        Assert.Equal([MentionKind.Issue, MentionKind.Win], (await ReadAsync(room)).Select(read => read.Insight.Kind));
    }

    [Theory]
    [InlineData("relabel 3", "Say what it is")]
    [InlineData("relabel 3 nonsense", "Say what it is")]
    [InlineData("relabel 3 issue nonsense", "Say what it is")]
    [InlineData("relabel 3 department", "Say what it is")]
    [InlineData("relabel 3 mention 3 issue", "has 2 mentions")]
    [InlineData("relabel 3 mention x issue", "has 2 mentions")]
    [InlineData("relabel 99 issue", "number")]
    public async Task Are_refused_as_a_whole_when_a_word_is_not_understood(string typed, string told)
    {
        await using var room = await OpenAsync();
        var reply = await room.SaysAsync(Cast.Cleo, typed);

        Assert.Contains(told, Assert.IsType<ActionReply.Refused>(reply).Text, StringComparison.Ordinal);
        Assert.All(await ReadAsync(room), read => Assert.Equal(MentionKind.Issue, read.Insight.Kind));
    }

    [Fact]
    public async Task Are_curators_alone()
    {
        await using var room = await OpenAsync();
        Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Max, "relabel 3 win"));
    }

    [Fact]
    public async Task Are_made_of_a_draft_that_is_not_about_us_and_of_two_that_are_merged()
    {
        await using var room = await OpenAsync();
        var published = Editions.OrdinaryEdition();
        await room.DraftAsync(published with { Key = new("weekly", Editions.Week.Next), TouchPoints = [.. published.TouchPoints.Select(point => point with { Id = $"d{point.Rank}" })] });
        await room.SaysAsync(Cast.Cleo, "merge 7 into 2");
        await room.SaysAsync(Cast.Cleo, "not-about-us d3");

        var pair = Assert.Single(await room.Store.ReadAsync((ICorrections corrections) => corrections.SameStoriesAsync(DateTimeOffset.UnixEpoch, default)));
        Assert.Equal((new("app-store", "q2"), new("reddit", "q7")), (pair.One, pair.Other));
        Assert.True((await ReadAsync(room))[0].Insight.IsExcluded);
    }

    private static async Task<Room> OpenAsync()
    {
        var edition = Editions.OrdinaryEdition();
        var ten = edition.TouchPoints.ToList();
        ten[2] = ten[2] with { MentionIds = [new("app-store", "q3"), new("app-store", "q3b")] };
        var room = await Room.OpenAsync(edition with { TouchPoints = ten });
        var said = new[] { Told.Mention("q3", "Refund late", source: "app-store"), Told.Mention("q3b", "Refund later", source: "app-store") };
        await room.Store.Services.GetRequiredService<IMentionStore>().SaveAsync("app-store", new ReadPage(said, null), default);
        return room;
    }

    private static Task<IReadOnlyList<ReadMention>> ReadAsync(Room room) =>
        room.Store.Services.GetRequiredService<IMentionStore>().FindAsync([new("app-store", "q3"), new("app-store", "q3b")], default);
}
