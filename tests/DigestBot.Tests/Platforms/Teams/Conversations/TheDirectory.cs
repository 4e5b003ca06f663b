using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Conversations;

/// <summary>Who is who in Teams, as far as a bot is told.</summary>
public sealed class TheDirectory : IAsyncLifetime
{
    private TeamsRoom _room = null!;

    private IChatDirectory Directory => _room.Store.Services.GetServices<IChatDirectory>().Single(directory => directory.Platform == "teams");

    public async Task InitializeAsync() => _room = await TeamsRoom.OpenAsync();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Knows_somebody_who_never_spoke_from_a_channel_that_the_bot_is_in()
    {
        await NoteAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"));
        var dev = await AskAsync(_room.Dev.Id);
        Assert.Equal(("Dev", "dev@acme.example", "dev", false), (dev.Person.Name, dev.Email, dev.Handle, dev.Person.IsGuest));
        Assert.Equal(_room.Dev.Member.Mri, (await PlaceAsync(_room.Dev.Id))!.Member);
    }

    [Fact]
    public async Task Knows_somebody_in_their_personal_chat_where_it_is_in_no_channel()
    {
        await NoteAsync(_room.Max.Says("help"));
        Assert.Equal("Max", (await AskAsync(_room.Max.Id)).Person.Name);
    }

    [Fact]
    public async Task Cannot_tell_before_it_is_anywhere_and_knows_nobody_who_is_not_in_the_channel()
    {
        Assert.IsType<DirectoryAnswer.NoAnswer>(await Directory.AskAsync(_room.Max.Id, default));
        await NoteAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"));
        Assert.IsType<DirectoryAnswer.Nobody>(await Directory.AskAsync(FakeTenant.ObjectIdOf("nobody"), default));
    }

    [Fact]
    public async Task Finds_an_address_in_the_channels_whatever_its_case()
    {
        await NoteAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"));
        var eve = Assert.IsType<DirectoryAnswer.Found>(await Directory.AskByEmailAsync("EVE@Acme.example", default));
        Assert.Equal($"teams:{FakeTenant.ObjectIdOf("eve")}", eve.Person.Person.Id);
        Assert.IsType<DirectoryAnswer.Nobody>(await Directory.AskByEmailAsync("nobody@acme.example", default));
        Assert.Equal(1, _room.Teams.Count("members"));
    }

    [Fact]
    public async Task Says_of_a_guest_that_they_are_of_another_company()
    {
        var guest = _room.Tenant.AddPerson("guest", isGuest: true);
        _room.Tenant.Change(TeamsRoom.Executives, place => place with { Members = [.. place.Members, guest.Mri] });
        await NoteAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"));
        Assert.True((await AskAsync(guest.ObjectId)).Person.IsGuest);
    }

    [Fact]
    public async Task Tells_who_can_read_a_channel_and_asks_again_only_after_a_while()
    {
        await NoteAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"));
        _room.Tenant.Change(TeamsRoom.Executives, place => place with { Members = [.. place.Members.Where(member => member != _room.Max.Member.Mri)] });
        Assert.True(await Directory.IsMemberAsync(TeamsRoom.Executives, _room.Ana.Id, default));
        Assert.False(await Directory.IsMemberAsync(TeamsRoom.Executives, _room.Max.Id, default));
        Assert.Equal(1, _room.Teams.Count("members"));

        Assert.Null(await Directory.IsMemberAsync(FakeTenant.Elsewhere, _room.Ana.Id, default));
        Assert.False(await Directory.IsMemberAsync(TeamsRoom.Executives, $"T2/{_room.Ana.Id}", default));
        _room.Clock.Advance(TimeSpan.FromMinutes(6));
        await Directory.IsMemberAsync(TeamsRoom.Executives, _room.Ana.Id, default);
        Assert.Equal(2, _room.Teams.Count("members"));
    }

    [Fact]
    public async Task Never_says_that_there_is_nobody_when_Teams_does_not_answer()
    {
        await NoteAsync(_room.Ana.Mentions(TeamsRoom.Executives, "help"));
        _room.Teams.Faults.Always = call => call.Operation is "member" or "members" ? FakeTeamsFault.RateLimited(60) : null;
        Assert.IsType<DirectoryAnswer.NoAnswer>(await Directory.AskAsync(_room.Dev.Id, default));
        Assert.IsType<DirectoryAnswer.NoAnswer>(await Directory.AskByEmailAsync("eve@acme.example", default));
        Assert.Null(await Directory.IsMemberAsync(TeamsRoom.Executives, _room.Ana.Id, default));
    }

    private Task NoteAsync(FakeActivity activity) => _room.Store.Services.GetRequiredService<TeamsConversations>().NoteAsync(TeamsRoom.Read(activity), default);

    private async Task<KnownPerson> AskAsync(string id) => Assert.IsType<DirectoryAnswer.Found>(await Directory.AskAsync(id, default)).Person;

    private Task<KnownConversation?> PlaceAsync(string place) => _room.Store.ReadAsync((IConversations all) => all.FindAsync("teams", place, default));
}
