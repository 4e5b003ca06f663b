using DigestBot.Core.Actions;
using DigestBot.Core.Editions.Wording;
using DigestBot.Core.Understanding.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Core;

/// <summary>Registers the way of an edition.</summary>
public static class EditionRunRegistration
{
    /// <summary>Adds <see cref="EditionRun"/>; the features that it goes through add themselves.</summary>
    public static IServiceCollection AddEditionRun(this IServiceCollection services)
    {
        services.AddSingleton<FreshScopes>();
        services.TryAddSingleton(new LanguageModelOptions());
        services.TryAddSingleton(new WithheldSources(new HashSet<string>(StringComparer.Ordinal) { Nominations.Source }));
        services.AddSingleton<ModelSessions>();
        services.AddSingleton<SecondOpinion>();
        services.AddSingleton<EditionWording>();
        services.AddScoped<WeekCoverage>();
        services.AddScoped<WhatWasTaught>();
        services.AddScoped<WeekMaterial>();
        return services.AddScoped<EditionRun>();
    }
}
