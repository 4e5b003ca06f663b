using DigestBot.Cli;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Settings.Setup;
using Microsoft.Extensions.Logging.Console;

namespace DigestBot.Settings;

/// <summary>Puts the settings in: checked first, then as the company they describe.</summary>
internal static class SettingsRegistration
{
    /// <summary>Stops here when a setting is wrong, with every fault on a line of its own.</summary>
    /// <exception cref="CommandException">There are faults.</exception>
    public static void RefuseFaults(this IConfigurationRoot settings)
    {
        var faults = SettingsCheck.Faults(settings);
        if (faults.Count > 0)
            throw new CommandException("The settings cannot be used:" + string.Concat(faults.Select(fault => $"{Environment.NewLine}  - {fault}")));
    }

    /// <summary>Takes in what was settled in chat.</summary>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static IServiceCollection AddSetupFile(this IServiceCollection services, ConfigurationManager settings)
    {
        var file = SetupFile.AddTo(settings);
        return services.AddSingleton(file).AddSingleton<SettingsChange>().AddSetupInChat();
    }

    /// <summary>Adds the configured <see cref="Company"/> with its parts.</summary>
    public static IServiceCollection AddCompany(this IServiceCollection services, IConfiguration settings)
    {
        var company = CompanySettings.Read(settings);
        services.AddSingleton(company);
        services.AddSingleton(company.Rules);
        services.AddSingleton(company.Rules.Brand);
        services.Configure<RankingOptions>(settings.GetSection("Ranking"));
        return services.AddSingleton(new Digests(company.Digests));
    }

    /// <summary>Standard output is data: logs go to standard error, one line each.</summary>
    public static void ToStandardError(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        // A start that fails is told by serve itself, in one sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
