using DigestBot.Serving;
using DigestBot.Settings;

namespace DigestBot.Cli;

/// <summary>What commands share that work on the store once and end: the program put together, the store taken and given back.</summary>
internal static class OnTheStore
{
    private const int WrongArguments = 2;

    /// <summary>Runs <paramref name="work"/> with the program's services; its exit code.</summary>
    /// <param name="command">Name of the command, for whoever finds the store taken.</param>
    /// <param name="settings">Tokens that the command does not know: settings for the host.</param>
    /// <param name="work">What there is to do.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="CommandException">A token is no setting, settings have faults, or the store is in use or cannot be opened.</exception>
    public static async Task<int> RunAsync(string command, string[] settings, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        RefuseStrangers(command, settings);
        await using var program = Program.Build(settings);
        using var held = await StoreStart.TakeAsync(program.Services, $"running '{command}'", stop);
        return await work(program.Services);
    }

    // A misspelt option would otherwise be told as a misspelt setting, which it never was.
    private static void RefuseStrangers(string command, string[] settings)
    {
        var stranger = Array.Find(settings, token => token.StartsWith("--", StringComparison.Ordinal) && !IsSetting(token[2..]));
        if (stranger is not null)
            throw new CommandException($"Unknown option '{stranger}'. See: digestbot {command} --help", WrongArguments);
    }

    private static bool IsSetting(string token)
    {
        var section = token.Split(':', '=')[0];
        return SettingsSection.OfTheHost.Contains(section)
            || SettingsSection.All.Any(known => known.Name.Equals(section, StringComparison.OrdinalIgnoreCase));
    }
}
