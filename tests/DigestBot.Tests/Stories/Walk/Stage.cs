using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>A message as somebody sees it.</summary>
/// <param name="Reads">Everything that can be read on it.</param>
/// <param name="Buttons">What stands on everything to press.</param>
/// <param name="Rings">How many people or channels it pings.</param>
/// <param name="Post">The message at the platform.</param>
internal sealed record Seen(string Reads, IReadOnlyList<string> Buttons, int Rings, object Post);

/// <summary>One platform with the cast on it: people are called by their first name in small letters, emoji are Unicode.</summary>
internal interface IStage : IAsyncDisposable
{
    /// <summary>Name of the platform.</summary>
    string Platform { get; }

    /// <summary>Where the edition goes.</summary>
    Audience Executives { get; }

    /// <summary>Where numbers are looked at too.</summary>
    Audience Finance { get; }

    /// <summary>Where drafts go.</summary>
    Audience Curators { get; }

    /// <summary>The settings that point the program at it.</summary>
    IEnumerable<KeyValuePair<string, string?>> Settings { get; }

    /// <summary>Person id of one of the cast.</summary>
    string PersonId(string who);

    /// <summary>What stands in a channel and its threads, from the bot, oldest first.</summary>
    IReadOnlyList<Seen> In(Audience channel);

    /// <summary>The message as it stands now; null when it does not.</summary>
    Seen? Find(PostedMessage message);

    /// <summary>What the bot told one person alone, by whatever way, oldest first.</summary>
    IReadOnlyList<Seen> Told(string who);

    /// <summary>Everybody is where the bot can learn of them.</summary>
    Task BeginAsync(Company company);

    Task ReactsAsync(string who, Seen on, string emoji);

    Task TakesBackAsync(string who, Seen on, string emoji);

    /// <summary>The same event reaches the bot three times.</summary>
    Task ReactsThreeTimesAsync(string who, Seen on, string emoji);

    /// <summary>Presses a one-tap button.</summary>
    Task PressesAsync(string who, Seen on, string title);

    /// <summary>Presses a button and reads what it opens.</summary>
    Task<string> OpensAsync(string who, Seen on, string title);

    /// <summary>Opens a dialog with a button, fills it in (the rest stays as it is offered) and submits it. <c>@eve</c> is a person.</summary>
    Task FillsAsync(string who, Seen on, string title, params (string Field, string Value)[] filled);

    /// <summary>Types a command as one does here.</summary>
    Task SaysAsync(string who, string typed);

    /// <summary>Replies below a message, naming the bot where only that reaches it.</summary>
    Task RepliesAsync(string who, Seen below, string text);

    /// <summary>Nominates a message of people's from its menu.</summary>
    Task NominatesAsync(string who, string said);

    /// <summary>The bot is removed.</summary>
    Task RemovesBotAsync(string who);

    /// <summary>The platform drops the connection after having stored the next message.</summary>
    void DropsNextPost();
}
