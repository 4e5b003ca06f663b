using System.Runtime.CompilerServices;

namespace DigestBot.Tests.Testing;

/// <summary>
/// What people see, kept as files in <c>Snapshots/</c> so that a change of a view is read as a diff.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test</c> rewrites them; look at the diff before you commit it.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"Snapshot {name} does not exist; run with UPDATE_SNAPSHOTS=1 and read it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(here))!, "Snapshots");
}
