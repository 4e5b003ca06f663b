using DigestBot.Core.Platforms.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Core.Platforms;

/// <summary>Registers publishing and dispatching. The platforms themselves are registered by the program.</summary>
public static class PlatformsRegistration
{
    /// <summary>Adds the publisher and the dispatcher.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PageLocation(null));
        services.TryAddSingleton<OutboxSignal>();
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<Errands>();
        services.AddSingleton<ChatPlatforms>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<RemovedWorkspaces>();
        services.AddSingleton<SpentMessagesRun>();
        services.AddSingleton<Standstills>();
        services.AddScoped<EditionCards>();
        services.AddScoped<DeliveryRenderer>();
        services.AddScoped<DoubtAlert>();
        services.AddScoped<DeliverySender>();
        services.TryAddScoped<EditionPublisher>();
        services.AddSingleton<AlertHistory>().AddSingleton<AlertQuotes>().AddScoped<AlertRun>();
        return services;
    }
}
