using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Platforms.Slack.Setup;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Setup;

/// <summary>What happens to the channel that the digest goes to is said to whoever can do something about it.</summary>
public sealed class TheLifeOfAChannel
{
    private static readonly Person Cleo = new("slack:U0CLEO", "Cleo", "Europe/Paris", Roles.Curator);
    private static readonly Person Root = new("slack:U0ROOT", "Root", "Europe/Paris", Roles.Admin);
    private static readonly Person Elsewhere = new("slack:T02/U0ROOT", "Rory", "Europe/Paris", Roles.Admin);

    private static readonly Digest Digest = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.Utc,
        Audiences = [new("executives", "slack", "C0EXEC"), new("others", "slack", "T02/C0EXEC"), new("hall", "terminal", "C0EXEC")],
        Curators = new("curators", "slack", "C0CURATE"),
    };

    [Theory]
    [InlineData("channel_left", "/invite @DigestBot")]
    [InlineData("group_left", "/invite @DigestBot")]
    [InlineData("channel_archive", "Unarchive it")]
    [InlineData("group_archive", "Unarchive it")]
    [InlineData("channel_deleted", "Choose another channel")]
    [InlineData("group_unarchive", "is open again")]
    public async Task Is_told_to_the_admin_of_its_workspace_with_the_next_step(string type, string nextStep)
    {
        var word = Assert.Single(await AfterAsync($$"""{ "type": "{{type}}", "channel": "C0EXEC" }""", [Cleo, Root, Elsewhere]));
        Assert.Equal("U0ROOT", word.Channel);
        Assert.Contains(nextStep, word.Text!.Text, StringComparison.Ordinal);
        Assert.Contains("the digest weekly (executives)", word.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_to_a_curator_where_there_is_no_admin() =>
        Assert.Equal("U0CLEO", Assert.Single(await AfterAsync("""{ "type": "channel_left", "channel": "C0EXEC" }""", [Cleo, Elsewhere])).Channel);

    [Fact]
    public async Task Has_a_button_to_choose_another_channel_when_the_digest_has_nowhere_to_go()
    {
        Assert.Equal("setup", Assert.Single(Assert.Single(await AfterAsync("""{ "type": "channel_deleted", "channel": "C0EXEC" }""", [Root])).Text!.Actions).Verb);
        Assert.Empty(Assert.Single(await AfterAsync("""{ "type": "channel_unarchive", "channel": "C0EXEC" }""", [Root])).Text!.Actions);
    }

    [Fact]
    public async Task Names_the_new_name_when_it_was_renamed_and_that_nothing_is_to_be_done()
    {
        var word = Assert.Single(await AfterAsync("""{ "type": "channel_rename", "channel": { "id": "C0EXEC", "name": "leadership" } }""", [Root]));
        Assert.Contains("is now called #leadership. There is nothing to do", word.Text!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matters_for_the_curators_channel_too() =>
        Assert.Contains("the draft of weekly", Assert.Single(await AfterAsync("""{ "type": "channel_archive", "channel": "C0CURATE" }""", [Root])).Text!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "type": "channel_archive", "channel": "C0OTHER" }""")]
    [InlineData("""{ "type": "channel_created", "channel": "C0EXEC" }""")]
    [InlineData("""{ "type": "channel_left" }""")]
    [InlineData("""{ "type": "channel_rename", "channel": [] }""")]
    [InlineData("""{ "type": 7 }""")]
    [InlineData("{}")]
    public async Task Is_nobodys_business_otherwise(string happened) => Assert.Empty(await AfterAsync(happened, [Root]));

    [Fact]
    public void Is_what_the_manifest_subscribes_to()
    {
        var subscribed = SlackScopes.Events.Where(name => name.StartsWith("channel_", StringComparison.Ordinal) || name.StartsWith("group_", StringComparison.Ordinal));
        Assert.All(subscribed, name => Assert.True(SlackChannels.Concerns(name), name));
        Assert.False(SlackChannels.Concerns("message"));
    }

    private static async Task<IReadOnlyList<Delivery>> AfterAsync(string happened, IReadOnlyList<Person> people)
    {
        await using var store = await TestStore.CreateAsync(services => services.AddSingleton<IPeople>(new ConfiguredPeople(people)));
        var channels = new SlackChannels(new(new([Digest]), FakeClock.OnMonday()));
        await using (var scope = store.Scope())
        {
            await channels.StageAsync(scope.ServiceProvider, JsonElement.Parse(happened), "Ev01", workspace: null, default);
            await scope.ServiceProvider.GetRequiredService<Core.Mentions.IUnitOfWork>().CommitAsync(default);
        }
        return await store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Waiting, 10, default));
    }
}
