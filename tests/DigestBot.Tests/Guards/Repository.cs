namespace DigestBot.Tests.Guards;

/// <summary>Where the repository's files are, seen from the test's own folder.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>C# files below src and tests, without build output.</summary>
    public static IEnumerable<string> SourceFiles() =>
        new[] { "src", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(Path(top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !IsBuildOutput(file));

    private static bool IsBuildOutput(string file) =>
        file.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "DigestBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: no DigestBot.sln above them.");
    }
}
