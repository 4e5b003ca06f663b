using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Platforms.Slack.Dialogs;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Setup;

/// <summary>Who installed the bot is asked, once, by the bot.</summary>
public sealed class TheFirstWord
{
    private static readonly Person Stranger = new("slack:T02/U0IVY", "Ivy", "UTC", Roles.Admin);

    [Fact]
    public async Task Goes_to_who_installed_it_with_a_button_to_begin()
    {
        await using var desk = await SetupDesk.OpenAsync();
        await InstallAsync(desk, "T02", Stranger);
        await InstallAsync(desk, "T02", Stranger);
        var word = Assert.Single(await desk.SaidAsync());
        Assert.Equal("T02/U0IVY", word.Channel);
        Assert.StartsWith("Hello, I am DigestBot.", word.Text!.Text, StringComparison.Ordinal);
        Assert.Equal(1, word.Version);
        Assert.Equal("setup", word.Text.Actions[0].Verb);
    }

    [Fact]
    public async Task Goes_to_the_first_admin_who_comes_by_where_nobody_knows_who_installed_it()
    {
        await using var desk = await SetupDesk.OpenAsync();
        await MeetAsync(desk, Stranger with { Roles = Roles.Anyone });
        Assert.Empty(await desk.SaidAsync());
        await MeetAsync(desk, Stranger);
        await MeetAsync(desk, Stranger);
        Assert.Equal("T02/U0IVY", Assert.Single(await desk.SaidAsync()).Channel);
    }

    [Fact]
    public async Task Is_not_said_where_the_digest_has_a_channel_already()
    {
        await using var desk = await SetupDesk.OpenAsync();
        Assert.True(desk.Question.IsAnswered(new("slack", "")));
        await MeetAsync(desk, FrontDesk.Cleo);
        await InstallAsync(desk, "", FrontDesk.Cleo);
        Assert.Empty(await desk.SaidAsync());
    }

    // As the installation does: every listener stages what follows.
    private static Task InstallAsync(SetupDesk desk, string workspace, Person by) => StageAsync(desk, services =>
        services.GetRequiredService<SlackInstalled>()(
            services, new() { Platform = "slack", Workspace = workspace, Installer = by.Id, InstalledAt = DateTimeOffset.UnixEpoch }, default));

    private static Task MeetAsync(SetupDesk desk, Person by) => StageAsync(desk, services => desk.Question.MetAsync(services, by, default));

    private static async Task StageAsync(SetupDesk desk, Func<IServiceProvider, Task> stage)
    {
        await using var scope = desk.Desk.Store.Scope();
        await stage(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(default);
    }
}
