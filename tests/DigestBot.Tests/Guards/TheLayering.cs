using System.Reflection;
using DigestBot.Core.Mentions;

namespace DigestBot.Tests.Guards;

/// <summary>The layering table of src/README.md, held against the compiled assemblies.</summary>
public sealed class TheLayering
{
    // Earlier first: a folder may use itself and every folder before it.
    private static readonly string[] CoreFolders =
        ["Mentions", "Understanding", "Stories", "Ranking", "Editions", "Platforms", "FollowUps", "Scoreboard", "Actions"];

    private static readonly string[] UnseenFromCore =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.Data.Sqlite", "Quartz", "Polly", "Spectre", "System.CommandLine", "System.Net.Http"];

    private static readonly Assembly Core = typeof(Mention).Assembly;
    private static readonly Assembly Program = typeof(DigestBot.Cli.CommandLine).Assembly;

    [Fact]
    public void Lets_no_core_folder_use_a_later_one()
    {
        var offences =
            from type in TypesOf(Core)
            let folder = Array.IndexOf(CoreFolders, FolderOf(type, "DigestBot.Core."))
            where folder >= 0
            from used in TypeUse.Of(type)
            where Array.IndexOf(CoreFolders, FolderOf(used, "DigestBot.Core.")) > folder
            select $"{type} uses {used}";
        Assert.Empty(offences.Distinct());
    }

    [Fact]
    public void Knows_every_folder_of_the_core()
    {
        var folders = TypesOf(Core).Select(type => FolderOf(type, "DigestBot.Core.")).Where(folder => folder.Length > 0).Distinct();
        Assert.Empty(folders.Except(CoreFolders));
    }

    [Fact]
    public void Shows_the_core_no_http_no_sql_no_chat_protocol_and_no_scheduler()
    {
        var seen = Core.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => UnseenFromCore.Any(unseen => name.StartsWith(unseen, StringComparison.Ordinal)));
        Assert.Empty(seen);
    }

    [Theory]
    [InlineData("DigestBot.Sources.")]
    [InlineData("DigestBot.Platforms.")]
    [InlineData("DigestBot.Readers.")]
    public void Lets_no_edge_use_its_neighbour(string edges)
    {
        var offences =
            from type in TypesOf(Program)
            let edge = FolderOf(type, edges)
            where edge.Length > 0
            from used in TypeUse.Of(type)
            let other = FolderOf(used, edges)
            where other.Length > 0 && other != edge
            select $"{type} uses {used}";
        Assert.Empty(offences.Distinct());
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace?.StartsWith("DigestBot", StringComparison.Ordinal) == true);

    // The folder right below the given namespace: "Stories" of DigestBot.Core.Stories.Story; empty for types outside it.
    private static string FolderOf(Type type, string below)
    {
        var space = type.Namespace + ".";
        if (!space.StartsWith(below, StringComparison.Ordinal))
            return "";
        var rest = space[below.Length..];
        return rest.Length == 0 ? "" : rest[..rest.IndexOf('.', StringComparison.Ordinal)];
    }
}
