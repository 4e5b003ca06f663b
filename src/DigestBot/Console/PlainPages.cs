using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Console;

/// <summary>Pages without an edition: each says what happened and what to do next.</summary>
internal static class PlainPages
{
    /// <summary>No such page.</summary>
    public static string NotFound() => Page("Nothing here", Html.Of($"""
        <p>This address has no page, or the edition it named is gone.</p><p><a href="/">Open the newest edition</a></p>
        """));

    /// <summary>A form was not taken in.</summary>
    /// <param name="status">Why: 403 another site sent it, 413 it is too long, otherwise it is none of this page's.</param>
    public static string NotTaken(int status) => Page("Not done", Html.Of($"""
        <p>{Why(status)} Nothing was changed.</p><p><a href="/">Open the newest edition</a> and try again from there.</p>
        """));

    /// <summary>What this is, what it keeps about people, and on what terms; open to everybody, for chat platforms show its address.</summary>
    public static string About() => Page("About DigestBot", Html.Of($"""
        <p>DigestBot brings what customers say to the people who decide, every Monday, and sees to it that something comes of it. It runs on a machine of your own company; nothing is sent to anybody who made it.</p>
        <h2 id="privacy">Privacy</h2>
        <p>It keeps what customers said in the sources that your company connected, with their public names, and what colleagues did with it: who owns a follow-up, who thanked whom, who was answered. Of colleagues it keeps the name, e-mail address and time zone that the chat platform tells. It reads messages only where it was written to or mentioned, and replies below its own messages.</p>
        <p>A customer can be forgotten everywhere with one command. When the app is removed from a workspace, the data of that workspace is deleted after the days that your administrator set, 14 unless changed.</p>
        <h2 id="terms">Terms</h2>
        <p>Your company runs DigestBot by itself and decides who may use it. The software is open under the MIT licence, without warranty. Questions go to whoever runs it in your company.</p>
        """));

    /// <summary>Nobody is signed in.</summary>
    public static string SignInFirst() => Page("Please sign in", Html.Of($"""
        <p>These pages show what customers said, so they open by a link that works once. The program prints it on standard error when it starts, and a new one after each use.</p>
        """));

    /// <summary>Signed in. A page of our own goes on from here, because a strict cookie is not sent where another site led.</summary>
    public static string SignedIn() => Page("Signed in", Html.Of($"""
        <meta http-equiv="refresh" content="0; url=/"><p><a href="/">Open the newest edition</a></p>
        """));

    /// <summary>Nothing was composed yet.</summary>
    public static string NoEdition(Digest? digest) => Page("No edition yet", digest is null ? Html.Empty : Html.Of($"""
        <p>Mentions are collected all week. The first draft of <b>{digest.Name}</b> reaches its curators on {Time(digest.DraftAt)}, the edition goes out on {Time(digest.PublishAt)} ({digest.Zone.Id}).</p>
        <p><code>digestbot doctor</code> checks that everything is ready for it, <code>digestbot schedule</code> prints the next times, and <code>digestbot collect</code> reads the sources now.</p>
        """));

    /// <summary>A curator decided that a week has no edition.</summary>
    public static string Skipped(Edition edition) => Page("Skipped", Html.Of($"""
        <p>A curator decided that {EditionWords.Week(edition.Key.Week)} has no edition of {edition.Key.Digest}.</p><p><a href="/">Open the newest edition</a></p>
        """));

    private static string Why(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "Another site sent this, not the page.",
        StatusCodes.Status413PayloadTooLarge => "What was written is too long.",
        _ => "What was sent is not a form of this page, or the page is an old one.",
    };

    private static string Time(WeeklyTime time) => FormattableString.Invariant($"{time.Day} {time.Time:HH\\:mm}");

    private static string Page(string title, Html words) => HtmlPage.Of(title, Html.Of($"""<h1>{title}</h1><section>{words}</section>"""));
}
