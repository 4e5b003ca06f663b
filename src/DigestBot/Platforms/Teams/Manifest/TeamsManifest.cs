using System.Text.Json.Nodes;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Teams.Manifest;

/// <summary>How the app is to be set up.</summary>
/// <param name="AppId">App id of the bot's registration; the app in Teams carries the same.</param>
/// <param name="Domain">Public host of this program, for example <c>bot.example.com</c>.</param>
/// <param name="HasSlashCommands">Slash commands and answers for the caller's eyes only in channels.</param>
internal sealed record TeamsAppPlan(Guid AppId, string Domain, bool HasSlashCommands);

/// <summary>
/// What Teams is told about the app: made of the verbs in the code, so that it cannot say anything else. Shape and limits: Microsoft's
/// app manifest schema, 1.25 for every tenant, 1.30 for slash commands.
/// </summary>
internal static class TeamsManifest
{
    /// <summary>Id of the message extension's search.</summary>
    public const string Search = "socialwins";

    /// <summary>Name of what is searched for, in the search's parameters.</summary>
    public const string SearchWords = "query";

    /// <summary>Id of the message menu's entry.</summary>
    public const string AddToDigest = "addToDigest";

    /// <summary>Version of the app package: goes up with every change of the manifest, or Teams keeps the old one.</summary>
    public const string Version = "1.0.0";

    private const string Everywhere = "1.25";
    private const string WithSlashCommands = "1.30";
    private const int MostCommands = 12;
    // Shorter than this schema allows: earlier ones, which some tenants still check by, have 32 and 128.
    private const int LongestTitle = 32;
    private const int LongestDescription = 128;

    private const string Purpose = "The week's ten customer touch points, and what came of them.";
    private const string Story = """
        Every Monday DigestBot posts what customers said that deserves attention: wins, issues, trends and suggestions, ten touch points with their numbers and the customers' own words.

        Act from the message: pick a suggestion to act on, assign a follow-up, thank the people behind a win, open the evidence. DigestBot sees to it that what you chose gets done, tells everyone, and measures whether it mattered.

        It is run by your own company. Write help to it to see everything that it can do.
        """;

    /// <summary>The manifest.</summary>
    /// <param name="plan">How it is to be set up.</param>
    /// <param name="verbs">Everything the bot can do, in the order of help.</param>
    public static JsonObject Of(TeamsAppPlan plan, IEnumerable<ActionDescription> verbs)
    {
        var schema = plan.HasSlashCommands ? WithSlashCommands : Everywhere;
        return new()
        {
            ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{schema}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = schema,
            ["version"] = Version,
            ["id"] = plan.AppId.ToString(),
            ["developer"] = Developer(plan),
            ["name"] = new JsonObject { ["short"] = "DigestBot", ["full"] = "DigestBot: the voice of the customer, every Monday" },
            ["description"] = new JsonObject { ["short"] = Purpose, ["full"] = Story.ReplaceLineEndings("\n") },
            ["icons"] = new JsonObject { ["color"] = "color.png", ["outline"] = "outline.png" },
            ["accentColor"] = "#1d3557",
            ["bots"] = new JsonArray(Bot(plan, [.. verbs.Where(IsListed).OrderByDescending(verb => verb.Verb == "help").Take(MostCommands)])),
            ["composeExtensions"] = new JsonArray(MessageExtension(plan)),
            ["validDomains"] = new JsonArray(plan.Domain),
            ["defaultInstallScope"] = "team",
            // Executives meet in private channels too.
            ["supportsChannelFeatures"] = "tier1",
        };
    }

    // Choosing one only writes the word, so those stand there that mean something alone, to everybody.
    private static bool IsListed(ActionDescription verb) =>
        verb is { OnlyShows: true, IsForButtons: false, Allowed: WhoMay.Anyone, Target: ActionTarget.None } && verb.Example == verb.Verb;

    private static JsonObject Developer(TeamsAppPlan plan) => new()
    {
        ["name"] = "DigestBot",
        ["websiteUrl"] = $"https://{plan.Domain}/about",
        ["privacyUrl"] = $"https://{plan.Domain}/about#privacy",
        ["termsOfUseUrl"] = $"https://{plan.Domain}/about#terms",
    };

    private static JsonObject Bot(TeamsAppPlan plan, IReadOnlyList<ActionDescription> verbs)
    {
        var bot = new JsonObject
        {
            ["botId"] = plan.AppId.ToString(),
            ["scopes"] = new JsonArray("personal", "team", "groupChat"),
            ["needsChannelSelector"] = true,
            ["isNotificationOnly"] = false,
            ["supportsFiles"] = false,
            ["commandLists"] = new JsonArray(Commands(["personal"], verbs), Commands(["team", "groupChat"], verbs)),
        };
        if (plan.HasSlashCommands)
        {
            bot["supportsTargetedMessages"] = true;
            bot["commandLists"]![1]!["triggers"] = new JsonArray("mention", "slash");
        }
        return bot;
    }

    private static JsonObject Commands(string[] scopes, IReadOnlyList<ActionDescription> verbs) => new()
    {
        ["scopes"] = new JsonArray([.. scopes.Select(scope => JsonValue.Create(scope))]),
        ["commands"] = new JsonArray([.. verbs.Select(Command)]),
    };

    private static JsonObject Command(ActionDescription verb) => new()
    {
        ["title"] = verb.Verb.Length <= LongestTitle ? verb.Verb : verb.Verb[..LongestTitle],
        ["description"] = verb.Summary.Length <= LongestDescription ? verb.Summary : verb.Summary[..LongestDescription],
    };

    private static JsonObject MessageExtension(TeamsAppPlan plan) => new()
    {
        ["botId"] = plan.AppId.ToString(),
        ["commands"] = new JsonArray(
            new JsonObject
            {
                ["id"] = Search,
                ["type"] = "query",
                ["title"] = "Social wins",
                ["description"] = "Find what customers said, and show it here.",
                ["context"] = new JsonArray("compose", "commandBox"),
                ["initialRun"] = true,
                ["parameters"] = new JsonArray(new JsonObject
                {
                    ["name"] = SearchWords, ["title"] = "Search", ["description"] = "Words that customers used; nothing shows this week's ten.", ["inputType"] = "text",
                }),
            },
            new JsonObject
            {
                ["id"] = AddToDigest,
                ["type"] = "action",
                ["title"] = "Add to digest",
                ["description"] = "Nominate what a customer said.",
                ["context"] = new JsonArray("message"),
                ["fetchTask"] = true,
            }),
    };
}
