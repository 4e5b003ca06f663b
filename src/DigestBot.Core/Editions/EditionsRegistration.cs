using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Editions;

/// <summary>One week, composed.</summary>
public static class EditionsRegistration
{
    /// <summary>Adds the composer, and what other weights would have composed.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services) =>
        services.AddSingleton<EditionComposer>().AddSingleton<WeightTrial>();
}
