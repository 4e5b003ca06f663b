using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Serving;

/// <summary>Registers the life of the running program.</summary>
internal static class ServingRegistration
{
    /// <summary>Adds the workers that <see cref="Server"/> runs.</summary>
    public static IServiceCollection AddServing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new PageLocation(Server.Addresses(configuration)[0]));
        // Signals are the command line's (decisions.md 24); the host's own handling would swallow the second one.
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<FirstEdition>();
        services.AddSingleton<CarryOver>();
        return services.AddSingleton<InboxWorker>();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
