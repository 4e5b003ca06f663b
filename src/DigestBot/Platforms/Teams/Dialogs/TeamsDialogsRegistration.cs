using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Settings.Setup;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>Registers dialogs, the message extension, and setting up in Teams.</summary>
internal static class TeamsDialogsRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddTeamsDialogs(this IServiceCollection services) => services
        .AddSingleton<TeamsForms>()
        .AddSingleton<TeamsDialogs>()
        .AddScoped<TeamsChosen>()
        .AddScoped<TeamsChoosing>()
        .AddScoped<IInvokeReader, TeamsFormReading>()
        .AddSingleton<IInvokeHandler, TaskFetchHandler>()
        .AddSingleton<IInvokeHandler, TaskSubmitHandler>()
        .AddSingleton<IInvokeHandler, MessageActionHandler>()
        .AddSingleton<IInvokeHandler, MessageExtensionHandler>()
        .AddSingleton<ISetupPlace, TeamsSetup>();
}
