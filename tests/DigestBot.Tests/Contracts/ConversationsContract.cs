using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Keeping how places are reached: what every <see cref="IConversations"/> does.</summary>
public abstract class ConversationsContract : StoreContract
{
    private const string Channel = "19:channel@thread.tacv2";

    [StoreFact]
    public async Task Gives_back_a_place_as_it_was_learned()
    {
        var full = Known(Channel) with { Conversation = Channel, Team = "19:team@thread.tacv2", Name = Hostile, IsInstalled = true };
        var person = Known("T02/ana") with { Workspace = "T02", Kind = ConversationKind.Personal, Member = "29:ana" };
        await NoteAsync(full, person);
        await Store.RestartAsync();

        Whole.Same(full, await FindAsync(Channel));
        Whole.Same(person, await FindAsync("T02/ana"));
        Assert.Null(await FindAsync("' OR 1=1 --"));
        Assert.Null(await Store.ReadAsync((IConversations all) => all.FindAsync("slack", Channel, None)));
    }

    [StoreFact]
    public async Task Follows_the_platform_to_another_service_and_keeps_what_it_is_not_told_again()
    {
        var full = Known(Channel) with { Conversation = Channel, Member = "29:ana", Team = "19:team@thread.tacv2", Name = "Exec digest", IsInstalled = true };
        await NoteAsync(full);
        await NoteAsync(Known(Channel) with { Service = "https://two.example/" });
        Whole.Same(full with { Service = "https://two.example/" }, await FindAsync(Channel));

        await NoteAsync(full with { Name = "Board digest" });
        Whole.Same(full with { Name = "Board digest" }, await FindAsync(Channel));
    }

    [StoreFact]
    public async Task Remembers_since_when_a_place_cannot_be_reached_until_it_can()
    {
        await NoteAsync(Known(Channel));
        await StageAsync(all => all.Lost("teams", Channel, Monday, "It was archived."));
        await StageAsync(all => all.Lost("teams", Channel, Monday.AddDays(1), "It was deleted."));
        await NoteAsync(Known(Channel));
        Whole.Same(Known(Channel) with { UnreachableSince = Monday, Obstacle = "It was deleted." }, await FindAsync(Channel));

        await StageAsync(all => all.Reached("teams", Channel));
        Whole.Same(Known(Channel), await FindAsync(Channel));
    }

    [StoreFact]
    public async Task Invents_no_place_because_it_cannot_be_reached()
    {
        await StageAsync(all => { all.Lost("teams", Channel, Monday, "It was archived."); all.Reached("teams", Channel); });
        Assert.Null(await FindAsync(Channel));
    }

    [StoreFact]
    public async Task Lists_a_workspace_and_no_other()
    {
        await NoteAsync(Known("b"), Known("a"), Known("T02/a") with { Workspace = "T02" }, Known("c") with { Platform = "slack" });
        Assert.Equal(["a", "b"], (await OfWorkspaceAsync("")).Select(known => known.Place));
        Assert.Equal(["T02/a"], (await OfWorkspaceAsync("T02")).Select(known => known.Place));
    }

    [StoreFact]
    public async Task Forgets_what_was_lost_long_enough_ago()
    {
        await NoteAsync(Known("old"), Known("new"), Known("well"));
        await StageAsync(all => { all.Lost("teams", "old", Monday, "gone"); all.Lost("teams", "new", Monday.AddDays(3), "gone"); });
        Assert.Equal(1, await Store.ReadAsync((IConversations all) => all.ForgetAsync("teams", Monday.AddDays(3), None)));
        Assert.Equal(["new", "well"], (await OfWorkspaceAsync("")).Select(known => known.Place));
    }

    [StoreFact]
    public async Task Is_deleted_with_its_workspace()
    {
        var removed = new Installation { Platform = "teams", Workspace = "T02", InstalledAt = Monday, RemovedAt = Monday };
        await NoteAsync(Known("a"), Known("T02/a") with { Workspace = "T02" });
        await Store.CommitAsync(s => s.GetRequiredService<IInstallations>().Save(removed));
        Assert.True(await Store.ReadAsync((IWorkspaceRecords records) => records.DeleteAsync(removed, None)));
        Assert.Empty(await OfWorkspaceAsync("T02"));
        Assert.Single(await OfWorkspaceAsync(""));
    }

    [StoreFact]
    public async Task Refuses_nobody_when_many_learn_of_the_same_place_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => NoteAsync(Known(Channel) with { Name = $"name {i}" })));
        Assert.StartsWith("name ", (await FindAsync(Channel))!.Name, StringComparison.Ordinal);
    }

    private static KnownConversation Known(string place) => new()
    {
        Platform = "teams", Workspace = "", Place = place, Kind = ConversationKind.Channel, Service = "https://one.example/",
    };

    private Task NoteAsync(params KnownConversation[] known) => StageAsync(all =>
    {
        foreach (var one in known)
            all.Note(one);
    });

    private Task StageAsync(Action<IConversations> change) => Store.CommitAsync(s => change(s.GetRequiredService<IConversations>()));

    private Task<KnownConversation?> FindAsync(string place) => Store.ReadAsync((IConversations all) => all.FindAsync("teams", place, None));

    private Task<IReadOnlyList<KnownConversation>> OfWorkspaceAsync(string workspace) =>
        Store.ReadAsync((IConversations all) => all.OfWorkspaceAsync("teams", workspace, None));
}
