using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Console;

/// <summary>The frame of every page: head, style, main part.</summary>
internal static class HtmlPage
{
    /// <summary>The one style sheet, inside the page so that it stands on its own.</summary>
    public static readonly string Style = ReadStyle();

    /// <summary>What the security policy of the served pages allows as style: exactly this sheet.</summary>
    public static readonly string StyleHash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    /// <summary>A whole document.</summary>
    public static string Of(string title, Html main) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin">
        <title>{title}</title>
        <style>{new Html(Style)}</style>
        </head>
        <body>
        <main>
        {main}
        </main>
        </body>
        </html>

        """).Markup;

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("console.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
