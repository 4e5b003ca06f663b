using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Workspaces;

/// <summary>Which workspaces are ours, and with what token they are spoken to.</summary>
public sealed class TheTokens
{
    private static readonly (string, string?)[] OwnToken =
        [("Slack:BotToken", "xoxb-T0ACME"), ("Slack:ClientId", null), ("Slack:ClientSecret", null)];

    [Fact]
    public async Task Of_the_settings_is_asked_about_once_whose_it_is()
    {
        await using var house = await SlackHouse.OpenAsync(OwnToken);
        var token = await house.Workspaces.TokenAsync(null, default);
        Assert.Equal(("xoxb-T0ACME", "U0BOT", "T0ACME"), (token!.Text, token.BotUser, token.Team));
        for (var i = 0; i < 5; i++)
            await house.TokenAsync(null);
        Assert.Equal(1, house.Slack.Count("auth.test"));
        Assert.Equal(new SlackWorkspace(null), await house.Workspaces.ForTeamAsync("T0ACME", null, default));
        Assert.Null(await house.Workspaces.ForTeamAsync("T0EVIL", null, default));
        Assert.Null(await house.Workspaces.ForTeamAsync(null, null, default));
    }

    [Fact]
    public async Task Of_the_settings_works_while_Slack_cannot_be_asked_whose_it_is()
    {
        await using var house = await SlackHouse.OpenAsync(OwnToken);
        house.Slack.Faults.Always = _ => FakeFault.Says("fatal_error");
        Assert.Equal("xoxb-T0ACME", await MovingOnAsync(house, house.TokenAsync(null)));
        Assert.Equal(new SlackWorkspace(null), await house.Workspaces.ForTeamAsync("T0ACME", null, default));
        house.Slack.Faults.Always = _ => null;
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await house.Workspaces.ForTeamAsync("T0EVIL", null, default));
    }

    [Fact]
    public async Task Of_the_settings_is_known_from_the_last_start_while_Slack_cannot_be_asked()
    {
        await using var house = await SlackHouse.OpenAsync(OwnToken);
        await house.TokenAsync(null);
        await house.RestartAsync();
        house.Slack.Faults.Always = _ => FakeFault.Says("fatal_error");
        Assert.Equal("U0BOT", (await MovingOnAsync(house, house.Workspaces.TokenAsync(null, default).AsTask()))!.BotUser);
        Assert.Null(await house.Workspaces.ForTeamAsync("T0EVIL", null, default));
    }

    [Fact]
    public async Task Are_there_for_no_workspace_that_was_never_installed()
    {
        await using var house = await SlackHouse.OpenAsync();
        Assert.Null(await house.TokenAsync(null));
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Null(await house.TokenAsync("' OR 1=1 --"));
        Assert.Null(await house.Workspaces.ForTeamAsync("T0ACME", "E0ORG", default));
    }

    [Fact]
    public async Task Stand_encrypted_in_the_file()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.OAuth.Rotates = true;
        await house.InstallAsync(house.Slack.Workspace);
        var token = await house.TokenAsync("T0ACME");
        Assert.StartsWith("xoxe.xoxb-", token, StringComparison.Ordinal);
        var bytes = house.Bytes();
        Assert.Contains("T0ACME", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxe", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(token!, bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(token!))[..20], bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_never_written_out_by_chance()
    {
        var token = new SlackToken("xoxb-secret", "U0BOT", "T0ACME", null);
        var tokens = new SlackTokens("xoxb-secret", "xoxe-secret");
        Assert.DoesNotContain("secret", $"{token} {tokens}", StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Of_one_workspace_cannot_be_put_in_another_s_place()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.InstallAsync(house.Slack.Workspace);
        var stored = await house.StoredAsync("T0ACME");
        await house.CommitAsync(services =>
        {
            services.GetRequiredService<IInstallations>().Save(stored! with { Workspace = "T0EVIL", Team = "T0EVIL", Version = 1 });
            return Task.CompletedTask;
        });
        Assert.Null(await house.TokenAsync("T0EVIL"));
    }

    [Fact]
    public async Task Whose_key_is_lost_are_none_and_the_log_says_once_what_to_do()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.InstallAsync(house.Slack.Workspace);
        Directory.Delete(Path.Combine(house.Folder, "keys"), recursive: true);
        await house.RestartAsync();
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Single(house.Log, line => line.Contains("install again at /slack/install", StringComparison.Ordinal));
        await house.InstallAsync(house.Slack.Workspace);
        Assert.Equal("xoxb-T0ACME", await house.TokenAsync("T0ACME"));
    }

    [Fact]
    public async Task Have_keys_that_only_their_owner_can_read()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.InstallAsync(house.Slack.Workspace);
        var keys = new DirectoryInfo(Path.Combine(house.Folder, "keys"));
        var files = keys.GetFiles();
        Assert.NotEmpty(files);
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    private static async Task<T> MovingOnAsync<T>(SlackHouse house, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1)); // the pauses between the tries
            await Task.Yield();
        }
        return await task;
    }
}
