using DigestBot.Core.Actions;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Conversations;

/// <summary>Who somebody is, asked where the bot may ask: in their own chat, then in the channels and chats that it is in.</summary>
public sealed class ThePeopleOfTeams : IAsyncLifetime
{
    private TeamsRoom _room = null!;

    public async Task InitializeAsync()
    {
        _room = await TeamsRoom.BeforeAnyEditionAsync(TeamsRoom.Digest);
        _room.Tenant.Change(FakeTenant.Board, chat => chat with { Members = [_room.Ana.Member.Mri] });
        _room.Tenant.Change(TeamsRoom.Executives, channel => channel with { Members = [_room.Ana.Member.Mri] });
        await _room.HearsAsync(_room.Ana.Mentions(FakeTenant.Board, "help"), _room.Ana.Mentions(TeamsRoom.Executives, "help"));
    }

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Are_found_in_their_own_chat_though_they_are_in_no_team_of_the_bots()
    {
        await _room.HearsAsync(_room.Max.Says("mine"));
        Assert.IsType<DirectoryAnswer.Found>(await AskAsync());
    }

    [Fact]
    public async Task Are_not_gone_because_their_own_chat_could_not_say_and_the_teams_do_not_know_them()
    {
        await _room.HearsAsync(_room.Max.Says("mine"));
        _room.Teams.Faults.Next("member", FakeTeamsFault.Page(503));
        Assert.IsType<DirectoryAnswer.NoAnswer>(await AskAsync());
    }

    [Fact]
    public async Task Are_not_gone_because_one_of_the_teams_could_not_say()
    {
        _room.Teams.Faults.Next("member", FakeTeamsFault.Page(503));
        Assert.IsType<DirectoryAnswer.NoAnswer>(await AskAsync());
    }

    [Fact]
    public async Task Are_nobody_when_all_who_are_asked_say_so() => Assert.IsType<DirectoryAnswer.Nobody>(await AskAsync());

    private Task<DirectoryAnswer> AskAsync() =>
        _room.Store.Services.GetServices<IChatDirectory>().Single(directory => directory.Platform == "teams").AskAsync(_room.Max.Id, default);
}
