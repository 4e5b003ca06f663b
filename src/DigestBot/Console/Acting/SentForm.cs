using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;

namespace DigestBot.Console.Acting;

/// <summary>A filled-in form of the page, as far as its shape goes: what it asks for is looked at by the action itself.</summary>
internal sealed record SentForm
{
    private const int LongestField = 500;

    /// <summary>Id of the action: the same form with the same content is the same press of the button.</summary>
    public required string Id { get; init; }

    /// <summary>The verb.</summary>
    public required string Verb { get; init; }

    /// <summary>What the verb is about: a touch point's id or a follow-up's number, as the button carried it.</summary>
    public required string About { get; init; }

    /// <summary>Id of the person who acts.</summary>
    public required string As { get; init; }

    /// <summary>The edition on whose page it stood.</summary>
    public required EditionKey Edition { get; init; }

    /// <summary>Id of the touch point below which it stood.</summary>
    public required string Point { get; init; }

    /// <summary>Id of the person chosen; empty when none was.</summary>
    public string Who { get; init; } = "";

    /// <summary>Name of the audience chosen; empty when none was.</summary>
    public string To { get; init; } = "";

    /// <summary>What was written: what should change, a note, what came of it; on one line.</summary>
    public string Words { get; init; } = "";

    /// <summary>By when, as written.</summary>
    public string Due { get; init; } = "";

    /// <summary>Where the browser goes on: the touch point with the answer.</summary>
    public string Back => $"{EditionPages.Address(Edition)}?answer={Id}#{Point}";

    /// <summary>Reads the fields; null when the page cannot have made them.</summary>
    public static SentForm? Read(IFormCollection fields, Digests digests)
    {
        if (fields.Any(field => field.Value.ToString().Length > LongestField))
            return null;
        var (token, point) = (Field(fields, "token"), Field(fields, "point"));
        if (token is not { Length: 32 } || !token.All(char.IsAsciiHexDigitLower) || point is not { Length: >= 1 and <= 16 } || !point.All(char.IsAsciiLetterOrDigit))
            return null;
        return digests.Named(Field(fields, "digest")) is { } digest && DigestWeek.TryParse(Field(fields, "week"), out var week)
            ? Read(fields, token, new(digest.Name, week), point)
            : null;
    }

    /// <summary>The command that somebody would have typed, and what is wrong with it: a date nobody can read.</summary>
    /// <param name="today">Today where the person is.</param>
    public (string Arguments, string? Fault) Command(DateOnly today)
    {
        if (Due.Length > 0 && !DueDate.TryParse(Due, today, out _))
            return ("", $"I do not understand the date. Write it as {DueDate.Examples}.");
        var parts = new[] { About, Marked("@", Who), Marked("to ", To), Quoted(Words), Marked("by ", DueIn(today)) };
        return (string.Join(' ', parts.Where(part => part.Length > 0)), null);
    }

    // Written out, because the work may be done after midnight.
    private string DueIn(DateOnly today) =>
        DueDate.TryParse(Due, today, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static SentForm Read(IFormCollection fields, string token, EditionKey edition, string point)
    {
        var sent = new SentForm
        {
            Id = "",
            Verb = Field(fields, "verb"),
            About = Field(fields, "about"),
            As = Field(fields, "as"),
            Edition = edition,
            Point = point,
            Who = Field(fields, "who"),
            To = Field(fields, "to"),
            Words = Field(fields, "words"),
            Due = Field(fields, "due"),
        };
        return sent with { Id = $"{token}-{Fingerprint(sent)}" };
    }

    private static string Fingerprint(SentForm sent) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', sent.Verb, sent.About, sent.As, sent.Who, sent.To, sent.Words, sent.Due))).AsSpan(0, 16));

    // One line, whatever white space a browser or somebody else sent.
    private static string Field(IFormCollection fields, string name) =>
        CleanText.Of(string.Join(' ', fields[name].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Marked(string mark, string text) => text.Length == 0 ? "" : mark + text;

    // A word that begins with an at sign would be taken for a person.
    private static string Quoted(string words) => words.StartsWith('@') ? $"\"{words}\"" : words;
}
