using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Core.Editions;

/// <summary>One week, composed.</summary>
public static class EditionsRegistration
{
    /// <summary>Adds the composer.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services) => services.AddSingleton<EditionComposer>();
}
