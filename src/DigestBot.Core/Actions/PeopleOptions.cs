using System.ComponentModel.DataAnnotations;

namespace DigestBot.Core.Actions;

/// <summary>One entry of <c>People</c>: somebody who uses the bot.</summary>
public sealed record PersonOptions
{
    /// <summary>
    /// Stable id: platform, colon, the platform's own id (<c>terminal:ana</c>), or an e-mail address. Required; at most 200
    /// characters, each id once.
    /// </summary>
    [Required, StringLength(200, MinimumLength = 3), RegularExpression("^([a-z]+:[^\\s]+|[^\\s:@]+@[^\\s:@]+)$", ErrorMessage = "must be platform:id (terminal:ana) or an e-mail address")]
    public string Id { get; init; } = "";

    /// <summary>
    /// The same person's ids on chat platforms, where the e-mail addresses there do not tell (<c>slack:U024</c>,
    /// <c>teams:</c> and the object id in Entra). Default none; each at most once in all of People.
    /// </summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Name as shown, for example <c>Ana Castillo</c>. Required; at most 80 characters.</summary>
    [Required, StringLength(80, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>IANA name of the zone in which this person's dates are read, for example <c>Europe/Paris</c>. Default what the chat platform says; the digest's, when that says nothing.</summary>
    public string? Zone { get; init; }

    /// <summary>What the person may do: any of <c>Executive</c>, <c>Curator</c>, <c>Admin</c>, with commas. Default <c>Anyone</c>.</summary>
    public Roles Roles { get; init; }

    /// <summary>BCP 47 tag by which numbers and dates are shown. Default what the chat platform says, otherwise English.</summary>
    [StringLength(20, MinimumLength = 2)]
    public string? Locale { get; init; }
}
