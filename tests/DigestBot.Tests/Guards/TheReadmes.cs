using System.CommandLine;
using System.Text.RegularExpressions;
using System.CommandLine.Parsing;
using DigestBot.Cli;

namespace DigestBot.Tests.Guards;

/// <summary>What the two READMEs say exists: paths, commands, options.</summary>
public sealed partial class TheReadmes
{
    private static readonly string[] HostOptions = ["--help", "--urls", "--project", "--Storage:Provider"];

    public static TheoryData<string> Both => ["README.md", "src/README.md"];

    [Theory]
    [MemberData(nameof(Both))]
    public void Name_only_paths_that_exist(string readme)
    {
        var folder = Path.GetDirectoryName(Repository.Path(readme))!;
        var missing = Code(readme)
            .Where(code => PathLike().IsMatch(code) && code is not ("appsettings.json" or "setup.json")) // the user's own, never in the repository
            .Where(path => !Exists(folder, path) && !Exists(Repository.Root, path));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Name_only_commands_and_options_that_exist(string readme)
    {
        var root = CommandLine.Root();
        var faults =
            from line in Regex.Matches(Repository.Text(readme), @"\bdigestbot ([a-z]+)([^`\r\n]*)", RegexOptions.ExplicitCapture | RegexOptions.None, TimeSpan.FromSeconds(1)).Cast<Match>()
            let fault = FaultOf(root, line.Value)
            where fault is not null
            select fault;
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Show_only_examples_that_are_understood(string example)
    {
        var words = CommandLineParser.SplitCommandLine(example).Skip(1).ToArray();
        Assert.Empty(CommandLine.Root().Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null }).Errors);
    }

    [Fact]
    public void List_every_command_of_the_program()
    {
        var readme = Repository.Text("README.md");
        Assert.All(CommandLine.Root().Subcommands, command => Assert.Contains($"| `{command.Name}` |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Begin_with_the_two_commands_that_do_everything()
    {
        var readme = Repository.Text("README.md");
        var first = readme[readme.IndexOf("```", StringComparison.Ordinal)..].Split('\n');
        Assert.Equal(["dotnet run --project src/DigestBot", "dotnet test"], first[1..3]);
    }

    /// <summary>What stands in code and begins with the program's name.</summary>
    public static TheoryData<string> Examples() =>
        [.. Code("README.md").Concat(Repository.Text("README.md").Split('\n')).Where(code => code.StartsWith("digestbot ", StringComparison.Ordinal) && code != "digestbot X").Distinct()];

    private static string? FaultOf(RootCommand root, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = root.Subcommands.FirstOrDefault(command => command.Name == words[1]);
        if (command is null)
            return $"no command '{words[1]}' ({line})";
        command = words.Length > 2 && command.Subcommands.FirstOrDefault(below => below.Name == words[2]) is { } below ? below : command;
        var unknown = words.Where(word => word.StartsWith("--", StringComparison.Ordinal))
            .FirstOrDefault(option => !HostOptions.Contains(option) && command.Options.All(known => known.Name != option && !known.Aliases.Contains(option)));
        return unknown is null ? null : $"'{words[1]}' has no option {unknown}";
    }

    private static IEnumerable<string> Code(string readme) =>
        InlineCode().Matches(Repository.Text(readme)).Select(match => match.Groups["code"].Value);

    private static bool Exists(string folder, string path) =>
        File.Exists(Path.Combine(folder, path)) || Directory.Exists(Path.Combine(folder, path));

    [GeneratedRegex("`(?<code>[^`\r\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineCode();

    // A path has a slash or a file ending and nothing that makes it a command, a setting or an address.
    [GeneratedRegex(@"^(?!.*(//|\s|:))[\w.\-]*(/[\w.\-]+)+/?$|^[\w.\-]+\.(md|json|cs|sln|props|resx)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathLike();
}
