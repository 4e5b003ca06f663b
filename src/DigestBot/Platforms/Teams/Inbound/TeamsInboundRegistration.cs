namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>The one route of the bot, and what stands behind it.</summary>
internal static class TeamsInboundRegistration
{
    /// <summary>Adds the check, the door, the intake and the work on invokes. Those who answer invokes add themselves.</summary>
    public static IServiceCollection AddTeamsInbound(this IServiceCollection services) => services
        .AddSingleton<TeamsServiceHosts>()
        .AddSingleton<TeamsKeyRing>()
        .AddSingleton<TeamsTokenCheck>()
        .AddSingleton<TeamsSender>()
        .AddSingleton<TeamsWork>()
        .AddSingleton<TeamsIntake>()
        .AddSingleton<TeamsDoor>();

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    public static IEndpointRouteBuilder MapTeamsInbound(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/messages", routes.ServiceProvider.GetRequiredService<TeamsDoor>().OpenAsync);
        return routes;
    }
}
