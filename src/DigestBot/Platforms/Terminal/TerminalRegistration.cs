using DigestBot.Core.Platforms;
using DigestBot.Storage;
using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>Registers the terminal.</summary>
internal static class TerminalRegistration
{
    /// <summary>Adds the platform <c>terminal</c>, its files in the data folder, its screen standard output.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        services.AddSingleton(_ => TerminalConsole.ForStandardOutput());
        return services.AddSingleton<IChatPlatform>(provider => new TerminalPlatform(
            provider.GetRequiredService<StorageLocation>().Folder,
            provider.GetRequiredService<IAnsiConsole>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
