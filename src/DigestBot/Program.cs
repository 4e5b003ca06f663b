using DigestBot.Cli;
using DigestBot.Console;
using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Terminal;
using DigestBot.Readers.OpenAi;
using DigestBot.Scheduling;
using DigestBot.Serving;
using DigestBot.Settings;
using DigestBot.Sources;
using DigestBot.Storage;

return await CommandLine.RunAsync(args);

/// <summary>The program: one AddX a feature, one MapX an edge.</summary>
internal sealed partial class Program
{
    /// <summary>Everything put together, not started: what <c>serve</c> runs and what the other commands take their parts from.</summary>
    /// <param name="settings">Settings from the command line, for example <c>--Storage:Provider PostgreSQL</c>.</param>
    /// <exception cref="CommandException">The settings have faults; all of them are told.</exception>
    public static WebApplication Build(string[] settings)
    {
        // Settings are read at the start. Watching their folder would cost an event for every write to data that lies in it.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        builder.Logging.ToStandardError();
        builder.Services.AddSetupFile(builder.Configuration);
        builder.Configuration.RefuseFaults();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCompany(builder.Configuration);
        builder.Services.AddPeople(builder.Configuration).AddReactions(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration, CompanySettings.DataFile(builder.Configuration));
        builder.Services.AddSources(builder.Configuration);
        builder.Services.AddUnderstanding().AddOwnModels().AddRanking().AddEditions().AddPublishing().AddActions().AddEditionRun();
        builder.Services.AddLanguageModel(builder.Configuration).AddTerminal().AddSlack(builder.Configuration).AddTeams(builder.Configuration);
        builder.Services.AddScheduling(builder.Configuration);
        builder.Services.AddConsole();
        builder.Services.AddServing(builder.Configuration);
        var app = builder.Build();
        app.MapHealth();
        app.MapConsole();
        app.MapSlack().MapTeams().MapSources();
        return app;
    }
}
