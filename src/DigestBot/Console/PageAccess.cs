using DigestBot.Core.Editions;
using DigestBot.Serving;

namespace DigestBot.Console;

/// <summary>Who may see the pages (decisions.md 18): whoever is signed in; for the sample company also whoever sits at this machine.</summary>
internal sealed class PageAccess(Company company, SignIn signIn)
{
    /// <summary>The request may see the pages and use their buttons.</summary>
    public bool Allows(HttpContext request) =>
        (company.IsSample && ThisMachine.Sent(request)) || signIn.Knows(request.Request.Cookies[SignIn.Cookie]);
}
