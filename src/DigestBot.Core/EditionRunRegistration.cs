using DigestBot.Core.Editions.Wording;
using DigestBot.Core.Understanding.LanguageModels;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core;

/// <summary>Registers the way of an edition.</summary>
public static class EditionRunRegistration
{
    /// <summary>Adds <see cref="EditionRun"/>; the features that it goes through add themselves.</summary>
    public static IServiceCollection AddEditionRun(this IServiceCollection services)
    {
        services.AddSingleton<FreshScopes>();
        services.AddSingleton<ModelSessions>();
        services.AddSingleton<SecondOpinion>();
        services.AddSingleton<EditionWording>();
        services.AddScoped<WeekCoverage>();
        services.AddScoped<WeekMaterial>();
        return services.AddScoped<EditionRun>();
    }
}
