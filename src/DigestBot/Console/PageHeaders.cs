namespace DigestBot.Console;

/// <summary>What every page tells the browser: run nothing, load nothing, tell nobody else, keep nothing.</summary>
internal static class PageHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {HtmlPage.StyleHash}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sets the headers on everything below <paramref name="routes"/>.</summary>
    public static RouteGroupBuilder WithPageHeaders(this RouteGroupBuilder routes) => routes.AddEndpointFilter((request, next) =>
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        // Not "no-referrer": a browser then sends our own forms without saying where they come from, and they would be refused.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(request);
    });
}
