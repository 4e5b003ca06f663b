using System.Security.Cryptography;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Console.Acting;

/// <summary>Who reads a page and acts on it.</summary>
/// <param name="By">In whose name the buttons act.</param>
/// <param name="People">Everybody, in the order of the settings.</param>
/// <param name="MaySwitch">The reader may become somebody else: the sample's people are there to be tried.</param>
/// <param name="Token">Unlike any other page's, so that a form sent twice is known as one.</param>
/// <param name="Answer">What came of the form sent before, or null.</param>
internal sealed record Viewer(Person By, IReadOnlyList<Person> People, bool MaySwitch, string Token, Answer? Answer);

/// <summary>
/// Whose hands the page's buttons are: any of the sample's people; in a real company the admin, for whom the sign-in link is
/// printed.
/// </summary>
internal sealed class Viewers(Company company, IPeople people, Answers answers)
{
    /// <summary>Holds the id of the chosen one of the sample's people.</summary>
    public const string Cookie = "digestbot-person";

    /// <summary>Who acts by this request; null where nobody can: no admin among the people of the settings.</summary>
    public async Task<Viewer?> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var all = await people.WithRoleAsync(Roles.Anyone, cancellationToken);
        var by = company.IsSample ? Chosen(all, request.Cookies[Cookie]) : Admin(all);
        return by is null
            ? null
            : new(by, all, company.IsSample, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), answers.Of(request.Query["answer"]));
    }

    /// <summary>The reader may act in this person's name.</summary>
    public async Task<bool> MayActAsAsync(Person person, CancellationToken cancellationToken) =>
        company.IsSample || Admin(await people.WithRoleAsync(Roles.Anyone, cancellationToken)) == person;

    /// <summary>The reader becomes one of the sample's people; nothing happens in a real company.</summary>
    public async Task ChooseAsync(HttpContext call, string? id)
    {
        if (!company.IsSample || await people.FindAsync(id ?? "", call.RequestAborted) is not { } person)
            return;
        call.Response.Cookies.Append(Cookie, person.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(30) });
    }

    private static Person? Chosen(IReadOnlyList<Person> all, string? id) =>
        all.FirstOrDefault(person => person.Id == id) ?? all.FirstOrDefault(person => person.Roles.HasFlag(Roles.Executive)) ?? (all is [var first, ..] ? first : null);

    private static Person? Admin(IReadOnlyList<Person> all) => all.FirstOrDefault(person => person.Roles.HasFlag(Roles.Admin));
}
