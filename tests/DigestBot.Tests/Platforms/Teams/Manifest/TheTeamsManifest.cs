using System.IO.Compression;
using System.Text.Json.Nodes;
using DigestBot.Cli;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Manifest;
using DigestBot.Tests.Guards;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Manifest;

/// <summary>The app package follows from the code, and Teams takes it.</summary>
public sealed class TheTeamsManifest
{
    private static readonly TeamsAppPlan Plan = new(new("11111111-1111-4111-8111-111111111111"), "bot.example.com", HasSlashCommands: false);

    [Theory]
    [InlineData("manifest.json", false)]
    [InlineData("manifest-slash-commands.json", true)]
    public async Task Is_in_the_repository_as_the_program_makes_it(string file, bool hasSlashCommands)
    {
        var made = TeamsPackage.Text(await OfAsync(Plan with { HasSlashCommands = hasSlashCommands }));
        var committed = Repository.Path("manifests", "teams", file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(committed, made);
        Assert.Equal(made, await File.ReadAllTextAsync(committed));
    }

    [Fact]
    public async Task Packs_the_manifest_and_both_icons_at_the_root_and_nothing_else()
    {
        using var packed = new MemoryStream();
        TeamsPackage.Write(await OfAsync(Plan), packed);
        using var zip = new ZipArchive(packed, ZipArchiveMode.Read);

        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(192, await WidthAsync(zip, "color.png"));
        Assert.Equal(32, await WidthAsync(zip, "outline.png"));
        using var reader = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync());
        Assert.Equal(TeamsPackage.Text(await OfAsync(Plan)), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Makes_the_same_package_of_the_same_settings()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        TeamsPackage.Write(await OfAsync(Plan), first);
        TeamsPackage.Write(await OfAsync(Plan), second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public async Task Is_for_the_app_id_and_the_domain_that_were_given()
    {
        var plan = Plan with { AppId = new("99999999-1111-4111-8111-111111111111"), Domain = "wins.acme.example" };
        var manifest = await OfAsync(plan);

        Assert.Equal(plan.AppId.ToString(), manifest["id"]!.GetValue<string>());
        Assert.Equal(plan.AppId.ToString(), manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(plan.AppId.ToString(), manifest["composeExtensions"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(["wins.acme.example"], manifest["validDomains"]!.AsArray().Select(domain => domain!.GetValue<string>()));
        Assert.StartsWith("https://wins.acme.example/about", manifest["developer"]!["privacyUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_commands_that_mean_something_alone_to_everybody_within_the_older_limits()
    {
        var manifest = await OfAsync(Plan);
        var verbs = await VerbsAsync();
        foreach (var list in manifest["bots"]![0]!["commandLists"]!.AsArray())
        {
            var commands = list!["commands"]!.AsArray();
            Assert.InRange(commands.Count, 5, 12);
            Assert.Contains("help", commands.Select(command => command!["title"]!.GetValue<string>()));
            Assert.All(commands, command =>
            {
                Assert.InRange(command!["title"]!.GetValue<string>().Length, 1, 32);
                Assert.InRange(command["description"]!.GetValue<string>().Length, 1, 128);
                var verb = Assert.Single(verbs, verb => verb.Verb == command["title"]!.GetValue<string>());
                Assert.True(verb.OnlyShows);
                Assert.Equal(WhoMay.Anyone, verb.Allowed);
                Assert.Equal(verb.Verb, verb.Example);
            });
        }
    }

    [Fact]
    public async Task Declares_slash_commands_only_when_asked_for()
    {
        Assert.DoesNotContain("slash", (await OfAsync(Plan)).ToJsonString(), StringComparison.OrdinalIgnoreCase);
        var bot = (await OfAsync(Plan with { HasSlashCommands = true }))["bots"]![0]!;
        Assert.True(bot["supportsTargetedMessages"]!.GetValue<bool>());
        Assert.Null(bot["commandLists"]![0]!["triggers"]);
        Assert.Equal(["mention", "slash"], bot["commandLists"]![1]!["triggers"]!.AsArray().Select(trigger => trigger!.GetValue<string>()));
    }

    [Fact]
    public async Task Asks_for_no_permission_at_all() => Assert.Null((await OfAsync(Plan))["authorization"]);

    [Theory]
    [InlineData("--app-id 1 --domain bot.example.com", "--app-id")]
    [InlineData("--app-id 11111111-1111-4111-8111-111111111111", "--domain")]
    [InlineData("--domain https://bot.example.com", "--domain")]
    [InlineData("--domain bot.example.com/x", "--domain")]
    [InlineData("--domain localhost", "--domain")]
    public void Is_not_made_for_what_teams_cannot_reach(string options, string named) =>
        Assert.StartsWith(named, Assert.Single(CommandLine.Root().Parse($"manifest teams {options}").Errors).Message, StringComparison.Ordinal);

    private static async Task<JsonObject> OfAsync(TeamsAppPlan plan) => TeamsManifest.Of(plan, await VerbsAsync());

    private static async Task<IReadOnlyList<ActionDescription>> VerbsAsync()
    {
        await using var program = Program.Build([]);
        return [.. program.Services.GetRequiredService<ActionRegistry>().All.Select(action => action.Description)];
    }

    // A PNG's width stands in bytes 16 to 19, big endian.
    private static async Task<int> WidthAsync(ZipArchive zip, string icon)
    {
        using var file = new MemoryStream();
        await using var entry = await zip.GetEntry(icon)!.OpenAsync();
        await entry.CopyToAsync(file);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.ToArray().AsSpan(16, 4));
    }
}
