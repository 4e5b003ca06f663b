using DigestBot.Storage;

namespace DigestBot.Serving;

/// <summary>Whether the program takes part in the work: from when its workers run until it is asked to stop.</summary>
internal sealed class Readiness
{
    /// <summary>Work is being done.</summary>
    public bool IsWorking { get; set; }
}

/// <summary>What a supervisor asks.</summary>
internal static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it also works and its storage can be read; 503 otherwise.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
        return routes;
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, StorageHealth storage, CancellationToken cancellationToken) =>
        readiness.IsWorking && await storage.FaultAsync(cancellationToken) is null
            ? TypedResults.Text("ready")
            : TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
}
