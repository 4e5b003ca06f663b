using Microsoft.Playwright;

namespace DigestBot.EndToEnd;

/// <summary>The browser as every test starts it.</summary>
internal static class Chromium
{
    // As root there is no sandbox; the rest keeps the browser from looking for anything outside.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Browser, Args = Flags, Headless = true });
}
