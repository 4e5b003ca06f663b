using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.EndToEnd;

/// <summary>Somebody answers four questions in Slack, and the real program, still the same process, is theirs.</summary>
public sealed class TheSetupInSlack
{
    private const string Cleo = "U0CLEO";

    [Fact]
    public async Task Makes_the_running_program_the_companys_own()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Workspace.ChangeUser(Cleo, user => user with { IsAdmin = true });
        var folder = Directory.CreateTempSubdirectory("digestbot-setup-");
        using (var program = Start(slack, folder))
        {
            Assert.True(await program.IsReadyAsync(), program.Said);
            await FillInAsync(slack, program);
            Assert.True(await program.BecomesAsync(() => Task.FromResult(slack.Workspace.Direct(Cleo).Any(IsAllSet))), program.Said);
            Assert.True(await program.IsReadyAsync(), program.Said);
            await SendAsync(program, slack.Workspace.Person(Cleo).Types("setup"));
            Assert.True(await program.BecomesAsync(() => Task.FromResult(slack.Workspace.Ephemeral(Cleo).Any(Listens))), program.Said);
            Assert.Single(slack.Workspace.Direct(Cleo), IsAllSet);
            Assert.Contains("beginning anew", program.Said, StringComparison.Ordinal);
            Assert.Equal(0, program.Stop());
        }
        folder.Delete(recursive: true);
    }

    private static RunningProgram Start(FakeSlack slack, DirectoryInfo folder) => RunningProgram.Start(
        Path.Combine(folder.FullName, "data.db"),
        settings:
        [
            $"--Slack:SigningSecret={FakeSlack.SigningSecret}", $"--Slack:BotToken={slack.Workspace.BotToken}", $"--Slack:ApiBaseAddress={slack.ApiBaseAddress}",
        ]);

    private static async Task FillInAsync(FakeSlack slack, RunningProgram program)
    {
        var cleo = slack.Workspace.Person(Cleo);
        await SendAsync(program, cleo.Types("setup"));
        Assert.True(await program.BecomesAsync(() => Task.FromResult(slack.Workspace.Ephemeral(Cleo).Count > 0)), program.Said);
        await SendAsync(program, cleo.Presses(slack.Workspace.Ephemeral(Cleo)[0], "Set up"));
        Assert.True(await program.BecomesAsync(() => Task.FromResult(slack.Workspace.Modal(Cleo)?.View["submit"] is not null)), program.Said);
        await SendAsync(program, cleo.Submits(
            Filled("brand", "value", "Acme Air"), Filled("channel", "selected_conversation", "C0EXEC"), Filled("time", "selected_time", "09:30"),
            Filled("zone", "value", "Europe/Paris"), ("day", "day", new() { ["selected_option"] = new JsonObject { ["value"] = "Tuesday" } })));
    }

    private static bool IsAllSet(FakeMessage message) => message.Reads.Contains("All set. I listen for Acme Air", StringComparison.Ordinal);

    private static bool Listens(FakeMessage message) => message.Reads.Contains("I listen for Acme Air.", StringComparison.Ordinal);

    private static (string Block, string Action, JsonObject Value) Filled(string block, string kind, string value) => (block, block, new() { [kind] = value });

    private static async Task SendAsync(RunningProgram program, FakeRequest request)
    {
        using var client = new HttpClient();
        using var message = request.ToHttp(program.Address, TimeProvider.System.GetUtcNow());
        using var answer = await client.SendAsync(message);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {program.Said}");
        Assert.DoesNotContain("errors", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
