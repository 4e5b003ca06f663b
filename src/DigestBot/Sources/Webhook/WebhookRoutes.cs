using DigestBot.Core.Actions;

namespace DigestBot.Sources.Webhook;

/// <summary>Puts the webhook in.</summary>
internal static class WebhookRoutes
{
    /// <summary>What taking deliveries needs.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<WebhookDoor>()
        .AddSingleton<IInboxReader, WebhookReader>();

    /// <summary><c>POST /ingest/{source}</c> for the configured sources of kind <c>Webhook</c>; every other name answers 404.</summary>
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder routes)
    {
        // Asked for when something comes: sources open their secrets when they are made, which other commands have no need of.
        routes.MapPost("/ingest/{source}", context => context.RequestServices.GetRequiredService<WebhookDoor>().OpenAsync(context));
        return routes;
    }
}
