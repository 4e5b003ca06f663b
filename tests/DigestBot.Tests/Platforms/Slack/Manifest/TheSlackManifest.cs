using System.Text.Json.Nodes;
using DigestBot.Cli;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Tests.Guards;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.Serialization;

namespace DigestBot.Tests.Platforms.Slack.Manifest;

/// <summary>What Slack is told about the app follows from the code, and Slack takes it.</summary>
public sealed class TheSlackManifest
{
    private static readonly SlackAppPlan Public = new(new("https://bot.example.com/"), "/socialwins", UsesSocket: false, IsForMany: false);
    private static readonly SlackAppPlan Socket = new(null, "/socialwins", UsesSocket: true, IsForMany: false);

    public static TheoryData<string, bool> Committed => new() { { "manifest.yaml", false }, { "manifest-socket.yaml", true } };

    [Theory]
    [MemberData(nameof(Committed))]
    public async Task Is_in_the_repository_as_the_program_makes_it(string file, bool usesSocket)
    {
        var made = ManifestCommand.Text(usesSocket ? Socket : Public, await VerbsAsync());
        var committed = Repository.Path("manifests", "slack", file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(committed, made);
        Assert.Equal(made, await File.ReadAllTextAsync(committed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reads_as_yaml_to_somebody_else_too(bool usesSocket)
    {
        var plan = usesSocket ? Socket : Public;
        var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(ManifestCommand.Text(plan, await VerbsAsync()));
        var json = JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(read))!;
        Assert.Equal(SlackManifest.Of(plan, await VerbsAsync()).ToJsonString(), json.ToJsonString());
    }

    [Fact]
    public async Task Names_the_addresses_that_the_program_answers_at()
    {
        var manifest = await OfAsync(Public);
        Assert.Equal("https://bot.example.com/slack/commands", manifest["features"]!["slash_commands"]![0]!["url"]!.GetValue<string>());
        Assert.Equal("https://bot.example.com/slack/events", manifest["settings"]!["event_subscriptions"]!["request_url"]!.GetValue<string>());
        Assert.Equal("https://bot.example.com/slack/interactivity", manifest["settings"]!["interactivity"]!["request_url"]!.GetValue<string>());
        Assert.Equal("https://bot.example.com/slack/options", manifest["settings"]!["interactivity"]!["message_menu_options_url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Names_no_address_in_socket_mode_for_slack_refuses_them_there()
    {
        var manifest = await OfAsync(Socket with { Address = new("https://bot.example.com") });
        Assert.DoesNotContain("https://", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.True(manifest["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Asks_for_sign_in_and_rotation_only_where_many_workspaces_install_it()
    {
        var one = await OfAsync(Public);
        var many = await OfAsync(Public with { IsForMany = true });
        Assert.Null(one["oauth_config"]!["redirect_urls"]);
        Assert.False(one["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
        Assert.Equal("https://bot.example.com/slack/oauth", many["oauth_config"]!["redirect_urls"]![0]!.GetValue<string>());
        Assert.True(many["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
        Assert.True(many["settings"]!["org_deploy_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Has_the_command_under_the_name_of_the_settings_with_people_and_channels_as_ids()
    {
        var command = (await OfAsync(Public with { CommandName = "/wins" }))["features"]!["slash_commands"]![0]!;
        Assert.Equal("/wins", command["command"]!.GetValue<string>());
        Assert.True(command["should_escape"]!.GetValue<bool>());
    }

    [Fact]
    public void Hints_only_at_verbs_that_anybody_may_use()
    {
        ActionDescription[] verbs =
        [
            new("publish", "Send it.", "publish", Allowed: WhoMay.Curator), new("mine", "Show yours.", "mine"), new("help", "Show help.", "help"),
        ];
        Assert.Equal("[help | mine]", SlackManifest.UsageHint(verbs));
    }

    [Fact]
    public async Task Stays_within_the_limits_of_slacks_schema()
    {
        var manifest = await OfAsync(Public with { CommandName = "/" + new string('a', 31), IsForMany = true });
        Assert.InRange(Length(manifest, "display_information", "name"), 1, 35);
        Assert.InRange(Length(manifest, "display_information", "description"), 1, 140);
        Assert.InRange(Length(manifest, "features", "bot_user", "display_name"), 1, 80);
        var command = manifest["features"]!["slash_commands"]![0]!;
        Assert.InRange(Length(command, "command"), 2, 32);
        Assert.InRange(Length(command, "description"), 1, 2000);
        Assert.InRange(Length(command, "usage_hint"), 1, 1000);
        var shortcut = manifest["features"]!["shortcuts"]![0]!;
        Assert.InRange(Length(shortcut, "name"), 1, 24);
        Assert.InRange(Length(shortcut, "description"), 1, 150);
        Assert.InRange(Length(shortcut, "callback_id"), 1, 255);
        Assert.InRange(manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Count, 1, 100);
        Assert.InRange(manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Count, 1, 255);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--url http://bot.example.com")]
    [InlineData("--url bot.example.com")]
    [InlineData("--url https://user@bot.example.com")]
    [InlineData("--many --socket")]
    public void Is_not_made_for_an_address_that_slack_cannot_call(string options) =>
        Assert.Contains("--url", Assert.Single(CommandLine.Root().Parse($"manifest slack {options}").Errors).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("true", "\"true\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("#1d3557", "\"#1d3557\"")]
    [InlineData("say \"hi\"\n", "\"say \\\"hi\\\"\\n\"")]
    [InlineData("", "\"\"")]
    [InlineData("users:read.email", "users:read.email")]
    public void Quotes_what_yaml_would_take_for_something_else(string text, string written) =>
        Assert.Equal($"key: {written}\n", YamlText.Of(new() { ["key"] = text }));

    private static async Task<JsonObject> OfAsync(SlackAppPlan plan) => SlackManifest.Of(plan, await VerbsAsync());

    private static async Task<IReadOnlyList<ActionDescription>> VerbsAsync()
    {
        await using var program = Program.Build([]);
        return [.. program.Services.GetRequiredService<ActionRegistry>().All.Select(action => action.Description)];
    }

    private static int Length(JsonNode node, params string[] path) =>
        path.Aggregate(node, (at, key) => at[key]!).GetValue<string>().Length;
}
