using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Conversations;

/// <summary>How people, channels and chats are reached is learned from everything that comes in.</summary>
public sealed class TheReferences : IAsyncLifetime
{
    private TeamsOffice _office = null!;

    private FakeTenant Tenant => _office.Tenant;

    public async Task InitializeAsync() => _office = await TeamsOffice.StrangeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Are_a_person_and_their_chat_from_what_they_say_alone_with_the_bot()
    {
        await _office.HearsAsync(Tenant.Ana.Says("mine"));
        var ana = await FindAsync(Tenant.Ana.Id);
        Assert.Equal((ConversationKind.Personal, "a:1-ana", "29:1ana", "Ana", true), (ana!.Kind, ana.Conversation, ana.Member, ana.Name, ana.IsInstalled));
    }

    [Fact]
    public async Task Are_the_channel_its_team_and_the_person_from_what_they_say_in_it()
    {
        await _office.HearsAsync(Tenant.Ben.Mentions(FakeTenant.Executives, "help"));
        var (channel, ben) = (await FindAsync(FakeTenant.Executives), await FindAsync(Tenant.Ben.Id));
        Assert.Equal((ConversationKind.Channel, FakeTenant.Executives, FakeTenant.Team), (channel!.Kind, channel.Conversation, channel.Team));
        Assert.Equal((null, "29:1ben", false), (ben!.Conversation, ben.Member, ben.IsInstalled));

        await _office.HearsAsync(Tenant.Ben.Mentions(FakeTenant.Board, "help"));
        Assert.Equal(ConversationKind.Group, (await FindAsync(FakeTenant.Board))!.Kind);
    }

    [Fact]
    public async Task Keep_the_chat_when_the_person_is_then_heard_in_a_channel()
    {
        await _office.HearsAsync(Tenant.Ana.Says("mine"));
        await _office.HearsAsync(Tenant.Ana.Mentions(FakeTenant.Executives, "help"));
        Assert.Equal("a:1-ana", (await FindAsync(Tenant.Ana.Id))!.Conversation);
    }

    [Fact]
    public async Task Follow_the_service_to_another_address_but_to_no_strangers()
    {
        await _office.HearsAsync(Tenant.Ana.Says("mine"));
        await _office.HearsAsync(Tenant.Ana.Says("mine").With("serviceUrl", $"https://smba.trafficmanager.net/emea/{FakeTeams.TenantId}/"));
        Assert.Equal($"https://smba.trafficmanager.net/emea/{FakeTeams.TenantId}/", (await FindAsync(Tenant.Ana.Id))!.Service);
        await _office.HearsAsync(Tenant.Ana.Says("mine").With("serviceUrl", "https://evil.example/"));
        Assert.DoesNotContain("evil", (await FindAsync(Tenant.Ana.Id))!.Service, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_learned_from_what_names_nobody_and_nothing()
    {
        foreach (var member in (string[])["from", "conversation", "channelData", "serviceUrl", "recipient"])
            await _office.HearsAsync(Tenant.Ana.Says("mine").With(member, null));
        await _office.HearsAsync(Tenant.Ana.Says("x").With("from", new System.Text.Json.Nodes.JsonObject { ["id"] = FakeTeams.Bot, ["aadObjectId"] = Tenant.Max.Id }));
        Assert.Null(await FindAsync(Tenant.Max.Id));
    }

    [Fact]
    public async Task Cost_no_write_for_what_is_known_already()
    {
        await _office.HearsAsync(Tenant.Ana.Says("mine"));
        await _office.Store.CommitAsync(services => services.GetRequiredService<IConversations>().Lost("teams", Tenant.Ana.Id, _office.Clock.GetUtcNow(), "by another process"));
        await _office.HearsAsync(Tenant.Ana.Says("mine"));
        Assert.NotNull((await FindAsync(Tenant.Ana.Id))!.Obstacle); // not looked at again so soon
        _office.Clock.Advance(TimeSpan.FromMinutes(6));
        await _office.HearsAsync(Tenant.Ana.Says("mine"));
        Assert.Null((await FindAsync(Tenant.Ana.Id))!.Obstacle);
    }

    [Fact]
    public async Task Survive_a_restart()
    {
        await _office.HearsAsync(Tenant.Ana.Mentions(FakeTenant.Executives, "help"));
        await _office.RestartAsync();
        Assert.IsType<TeamsReach.There>(await _office.Conversations.ReachAsync(new(null, FakeTenant.Executives), default));
        Assert.IsType<TeamsReach.There>(await _office.Conversations.ReachAsync(new(null, Tenant.Dev.Id), default));
    }

    private Task<KnownConversation?> FindAsync(string place) => _office.Conversations.FindAsync(new(null, place), default);
}
