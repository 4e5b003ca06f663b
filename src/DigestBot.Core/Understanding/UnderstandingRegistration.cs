using DigestBot.Core.Understanding.OwnModels;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Understanding;

/// <summary>Brings the reader into the program.</summary>
public static class UnderstandingRegistration
{
    /// <summary>Adds the local reader as the <see cref="IMentionReader"/>; needs <see cref="ReadingRules"/> among the services.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services) =>
        services.AddSingleton<IMentionReader, LocalReader>();

    /// <summary>
    /// Adds learning from corrections, and the reader that uses what was learned as the <see cref="IMentionReader"/>; needs the stores.
    /// </summary>
    public static IServiceCollection AddOwnModels(this IServiceCollection services) => services
        .AddSingleton<OwnReader>()
        .AddSingleton<IMentionReader>(provider => provider.GetRequiredService<OwnReader>())
        .AddScoped<WorkspaceLearning>();
}
