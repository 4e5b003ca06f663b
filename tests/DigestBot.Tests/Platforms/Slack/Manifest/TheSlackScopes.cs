using System.Text.RegularExpressions;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Tests.Guards;

namespace DigestBot.Tests.Platforms.Slack.Manifest;

/// <summary>The bot asks for what it uses, and for nothing else.</summary>
public sealed partial class TheSlackScopes
{
    private static readonly string Folder = Repository.Path("src", "DigestBot", "Platforms", "Slack");

    [Fact]
    public void Are_asked_for_once_each_with_a_reason()
    {
        Assert.Equal(SlackScopes.Names.Distinct(StringComparer.Ordinal), SlackScopes.Names);
        Assert.All(SlackScopes.All, scope => Assert.True(scope.Reason.Length > 10, scope.Name));
    }

    [Fact]
    public void Stand_in_the_readme_with_their_reasons()
    {
        var readme = Repository.Text("README.md");
        Assert.All(SlackScopes.All, scope => Assert.Contains($"| `{scope.Name}` | {scope.Reason} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Cover_every_method_that_the_code_calls()
    {
        var listed = SlackScopes.All.SelectMany(scope => scope.Methods).Concat(SlackScopes.FreeMethods);
        Assert.Empty(Called().Except(listed, StringComparer.Ordinal));
    }

    [Fact]
    public void Are_each_needed_by_a_method_that_is_called_an_event_that_is_read_or_a_part_of_the_app()
    {
        var called = Called();
        var unused = SlackScopes.All.Where(scope => scope.Features.Count == 0 && scope.Events.Count == 0 && !scope.Methods.Any(called.Contains));
        Assert.Empty(unused.Select(scope => scope.Name));
    }

    [Fact]
    public void Name_what_a_token_lacks()
    {
        var missing = SlackScopes.Missing(SlackScopes.Names.Where(name => name != "reactions:read").Append("files:write"));
        Assert.Equal(["reactions:read"], missing.Select(scope => scope.Name));
    }

    // A method of the Web API stands in the code as a text of its own, once.
    private static HashSet<string> Called() =>
        [.. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is not "Manifest")
            .SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))];

    [GeneratedRegex("\"(?<name>(chat|conversations|users|usergroups|views|reactions|auth|oauth|apps|team|files|bookmarks|pins)\\.[a-zA-Z.0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();
}
