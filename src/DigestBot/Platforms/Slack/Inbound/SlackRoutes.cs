using DigestBot.Platforms.Slack.Inbound.Sockets;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>The request URLs of the Slack app: the way in for who has a public address.</summary>
internal static class SlackRoutes
{
    /// <summary>What both ways in need.</summary>
    public static IServiceCollection AddSlackInbound(this IServiceCollection services) => services
        .AddSingleton<SlackSignature>()
        .AddSingleton<SlackStrangers>()
        .AddSingleton<SlackIntake>()
        .AddSingleton<SlackSockets>()
        .AddSingleton<SlackDoor>();

    /// <summary>
    /// <c>POST /slack/events</c>, <c>/slack/commands</c>, <c>/slack/interactivity</c> and <c>/slack/options</c>. Without a signing
    /// secret nothing sent there could be believed, and they answer 404.
    /// </summary>
    public static IEndpointRouteBuilder MapSlackInbound(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SlackOptions>().SigningSecret is null)
            return routes;
        var door = routes.ServiceProvider.GetRequiredService<SlackDoor>();
        routes.MapPost("/slack/events", door.Opens("event", SlackDoor.Json, SlackWire.Event));
        routes.MapPost("/slack/commands", door.Opens("command", SlackDoor.Form, SlackWire.Command));
        routes.MapPost("/slack/interactivity", door.Opens("interaction", SlackDoor.Form, SlackWire.Interaction));
        routes.MapPost("/slack/options", door.Opens("options", SlackDoor.Form, SlackWire.Interaction));
        return routes;
    }
}
