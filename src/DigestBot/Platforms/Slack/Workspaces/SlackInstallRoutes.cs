using DigestBot.Console;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary><c>GET /slack/install</c> and <c>GET /slack/oauth</c>: adding the bot to a workspace from a browser.</summary>
internal static class SlackInstallRoutes
{
    // A cookie with this prefix cannot have been set by a neighbouring host or over http.
    private const string SecureCookie = "__Host-digestbot-install";
    private const string PlainCookie = "digestbot-install";

    /// <summary>Maps both; without a client id in the settings they answer 404 like any address that has no page.</summary>
    public static IEndpointRouteBuilder MapSlackInstall(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SlackOptions>() is not { IsConfigured: true, ClientId: not null })
            return routes;
        var pages = routes.MapGroup("/slack").WithPageHeaders();
        pages.MapGet("/install", BeginAsync);
        pages.MapGet("/oauth", EndAsync);
        return routes;
    }

    private static async Task<IResult> BeginAsync(HttpContext context, SlackInstall install, SlackOptions options, CancellationToken cancellationToken)
    {
        var holder = SlackInstall.HolderOf(context.Request.Cookies[NameFor(context.Request)]);
        var address = await install.BeginAsync(holder, ReturnAddress(context.Request, options), cancellationToken);
        context.Response.Cookies.Append(NameFor(context.Request), holder, Cookie(context.Request));
        return Results.Redirect(address.AbsoluteUri);
    }

    private static async Task<IResult> EndAsync(
        string? state, string? code, string? error, HttpContext context, SlackInstall install, SlackOptions options, CancellationToken cancellationToken)
    {
        var back = new SlackReturn(state, code, error, ReturnAddress(context.Request, options));
        var end = await install.EndAsync(back, context.Request.Cookies[NameFor(context.Request)], cancellationToken);
        var status = end switch
        {
            SlackInstallEnd.Installed or SlackInstallEnd.Cancelled => StatusCodes.Status200OK,
            SlackInstallEnd.NotAllowed => StatusCodes.Status403Forbidden,
            SlackInstallEnd.NotBegunHere => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status502BadGateway,
        };
        return Results.Content(SlackInstallPages.Of(end), "text/html; charset=utf-8", statusCode: status);
    }

    // As the browser knows us; Slack checks it against the app's own. Slack takes https only: where a proxy hides that the browser came by
    // it, none is named, and Slack takes the first of the app's.
    private static Uri? ReturnAddress(HttpRequest request, SlackOptions options)
    {
        if (!IsSecure(request) && options.ApiBaseAddress.Scheme == Uri.UriSchemeHttps)
            return null;
        var host = request.Headers["X-Forwarded-Host"] is [{ Length: > 0 } forwarded] ? forwarded : request.Host.Value;
        return Uri.TryCreate($"{(IsSecure(request) ? "https" : "http")}://{host}/slack/oauth", UriKind.Absolute, out var address) ? address : null;
    }

    private static string NameFor(HttpRequest request) => IsSecure(request) ? SecureCookie : PlainCookie;

    // Lax: the browser comes back from another site, and a strict cookie would stay at home.
    private static CookieOptions Cookie(HttpRequest request) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure(request), MaxAge = SlackInstall.ValidFor, Path = "/",
    };

    // A proxy that ends HTTPS says so. Whoever forges the header only makes their own cookie stricter.
    private static bool IsSecure(HttpRequest request) =>
        request.IsHttps || string.Equals(request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase);
}
