using System.Text.Json.Nodes;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.EndToEnd;

/// <summary>Calls of the Web API against somebody else's stub server, which breaks HTTP in ways that no emulator plays.</summary>
public sealed class TheCallsToSlack
{
    private const string Posted = """{"ok":true,"channel":"C024","ts":"1.000001"}""";
    private const string Person = """{"ok":true,"user":{"id":"U024","name":"ana","real_name":"Ana"}}""";

    private const string Whose = """{"ok":true,"team":"Acme Air","team_id":"T024","user_id":"U0BOT"}""";
    private const string Revoked = """{"ok":false,"error":"token_revoked"}""";

    [ClientsFact]
    public async Task Hold_back_one_method_when_Slack_says_too_many_and_no_other()
    {
        using var slack = await WireMock.StartAsync();
        await slack.AnswersAsync("chat.postMessage", WireMock.Json("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "7")), WireMock.Json(Posted));
        await slack.AnswersAsync("users.info", WireMock.Json(Person));
        await using var program = await InstalledAsync(slack);
        var api = program.Services.GetRequiredService<SlackApi>();

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SlackAnswer<SlackPosted>.RateLimited>(await PostAsync(api)).RetryAfter);
        Assert.IsType<SlackAnswer<SlackPosted>.RateLimited>(await PostAsync(api));
        Assert.Equal(1, await slack.CallsAsync("chat.postMessage"));
        Assert.Null((await api.UsersInfoAsync(null, "U024", default)).Refusal);
    }

    [ClientsFact]
    public async Task Take_the_workspace_for_uninstalled_when_its_token_is_revoked()
    {
        using var slack = await WireMock.StartAsync();
        await slack.AnswersAsync("auth.test", WireMock.Json(Whose), WireMock.Json(Revoked));
        await slack.AnswersAsync("users.info", WireMock.Json(Revoked));
        await using var program = await InstalledAsync(slack);
        var answer = await program.Services.GetRequiredService<SlackApi>().UsersInfoAsync(null, "U024", default);
        Assert.Equal("token_revoked", answer.Refusal);
        Assert.Null(await program.Services.GetRequiredService<SlackWorkspaces>().TokenAsync(null, default));
    }

    [ClientsFact]
    public async Task Never_post_again_when_the_answer_is_lost_but_ask_again_what_can_be_asked_twice()
    {
        using var slack = await WireMock.StartAsync();
        await using var program = await InstalledAsync(slack);
        var api = program.Services.GetRequiredService<SlackApi>();
        var before = 0;
        foreach (var fault in new[] { "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE" })
        {
            await slack.AnswersAsync("chat.postMessage", WireMock.Fault(fault));
            var answer = await PostAsync(api, $"C{fault}");
            Assert.True(answer is SlackAnswer<SlackPosted>.NoAnswer, $"{fault}: {answer}");
            Assert.Equal(++before, await slack.CallsAsync("chat.postMessage"));
        }
        await slack.AnswersAsync("users.info", WireMock.Fault("CONNECTION_RESET_BY_PEER"), WireMock.Json(Person));
        Assert.Null((await api.UsersInfoAsync(null, "U024", default)).Refusal);
        Assert.Equal(2, await slack.CallsAsync("users.info"));
    }

    private static Task<SlackAnswer<SlackPosted>> PostAsync(SlackApi api, string channel = "C024") =>
        api.PostMessageAsync(null, channel, new JsonObject { ["text"] = "The edition" }, null, default);

    private static async Task<WebApplication> InstalledAsync(WireMock slack)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("digestbot-calls-").FullName, "calls.db");
        var program = Program.Build(
        [
            "--Slack:SigningSecret=8f742231b10e8888", "--Slack:BotToken=xoxb-end-to-end", $"--Slack:ApiBaseAddress={slack.ApiBaseAddress}",
            $"--Storage:ConnectionString=Data Source={file}", "--Logging:LogLevel:Default=None",
        ]);
        await program.Services.GetRequiredService<MigrationRunner>().MigrateAsync(CancellationToken.None);
        return program;
    }
}
