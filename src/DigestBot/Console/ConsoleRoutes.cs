using DigestBot.Console.Acting;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Console;

/// <summary>The web pages: an edition with its evidence, and what a person can do with it.</summary>
internal static class ConsoleRoutes
{
    /// <summary>What the pages need; the stores and <see cref="Core.Platforms.EditionCards"/> come with their own features.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddSingleton<SignIn>()
        .AddSingleton<PageAccess>()
        .AddSingleton<Answers>()
        .AddSingleton<Viewers>()
        .AddSingleton<IInboxReader, PageInbox>()
        .AddScoped<ActionIntake>()
        .AddScoped<FormPost>()
        .AddScoped<EditionPages>();

    /// <summary>
    /// <c>/</c> the newest edition, <c>/editions/{digest}/{week}</c> one of them, <c>/editions/{digest}/{week}/{number}</c> all
    /// mentions behind one of its touch points, <c>/signin</c>, <c>/about</c>; everything that no other feature maps is a page that says so.
    /// </summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").WithPageHeaders();
        pages.MapActions();
        pages.MapGet("/signin", SignInAsync);
        pages.MapGet("/about", () => Page(PlainPages.About()));
        pages.MapFallback("{*path}", () => Page(PlainPages.NotFound(), StatusCodes.Status404NotFound));
        var closed = pages.MapGroup("").AddEndpointFilter(SignedInOnly);
        closed.MapGet("/", NewestAsync);
        closed.MapGet("/editions/{digest}/{week}", EditionAsync);
        closed.MapGet("/editions/{digest}/{week}/{number:int}", MentionsAsync);
        return routes;
    }

    private static async Task<IResult> NewestAsync(HttpRequest request, EditionPages pages, Viewers viewers, CancellationToken cancellationToken) =>
        Page(await pages.NewestAsync(await viewers.OfAsync(request, cancellationToken), cancellationToken));

    private static async Task<IResult> EditionAsync(
        string digest, string week, HttpRequest request, EditionPages pages, Viewers viewers, Digests digests, CancellationToken cancellationToken) =>
        KeyOf(digests, digest, week) is { } key
            ? Found(await pages.EditionAsync(key, await viewers.OfAsync(request, cancellationToken), cancellationToken))
            : Found(null);

    private static async Task<IResult> MentionsAsync(
        string digest, string week, int number, int? page, EditionPages pages, Digests digests, CancellationToken cancellationToken) =>
        KeyOf(digests, digest, week) is { } key ? Found(await pages.MentionsAsync(key, number, page ?? 1, cancellationToken)) : Found(null);

    private static async Task<IResult> SignInAsync(string? token, HttpContext request, SignIn signIn)
    {
        if (signIn.Redeem(token) is not { } session)
            return Page(PlainPages.SignInFirst(), StatusCodes.Status401Unauthorized);
        request.Response.Cookies.Append(SignIn.Cookie, session, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = request.Request.IsHttps,
            MaxAge = SignIn.SessionTime,
            Path = "/",
        });
        await System.Console.Error.WriteLineAsync($"The sign-in link was used. The next one: {signIn.Link($"{request.Request.Scheme}://{request.Request.Host}")}");
        return Page(PlainPages.SignedIn());
    }

    private static ValueTask<object?> SignedInOnly(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.RequestServices.GetRequiredService<PageAccess>().Allows(call.HttpContext)
            ? next(call)
            : ValueTask.FromResult<object?>(Page(PlainPages.SignInFirst(), StatusCodes.Status401Unauthorized));

    private static EditionKey? KeyOf(Digests digests, string digest, string week) =>
        digests.Named(digest) is { } known && DigestWeek.TryParse(week, out var parsed) ? new(known.Name, parsed) : null;

    private static ContentHttpResult Found(string? page) => page is null ? Page(PlainPages.NotFound(), StatusCodes.Status404NotFound) : Page(page);

    private static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) => TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);
}
