using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Reactions given and taken away.</summary>
internal sealed class TeamsReactions(ReactionRequests reactions)
{
    /// <summary>Type of the activity.</summary>
    public const string Type = "messageReaction";

    private const int Most = 50;

    private static readonly Meter Own = new("DigestBot.Teams.Reactions");

    private static readonly Counter<long> Unknown =
        Own.CreateCounter<long>("digestbot.teams.unknown_reactions", "{reaction}", "Reactions whose emoji is not known here.");

    /// <summary>
    /// Reads the event. One that carries several goes back into the inbox in its parts, what was taken away first: a person who changes
    /// one reaction for another means the second.
    /// </summary>
    public async Task<InboxWork> ReadAsync(Activity activity, TeamsCaller caller, CancellationToken cancellationToken)
    {
        var all = Parts(activity);
        if (caller.From.MessageThere is not { } message || all.Count is 0 or > Most)
            return new InboxWork.NotUnderstood();
        if (all is not [var (type, isTakenAway)])
            return InParts(activity, all, caller.From.At);
        if (type is not { Length: > 0 and <= TeamsEmoji.LongestName })
            return new InboxWork.NotUnderstood();
        var emoji = TeamsEmoji.Of(type);
        if (TeamsEmoji.IsUnknown(emoji))
            Unknown.Add(1);
        return await reactions.ReadAsync(new(caller.By, caller.From.Person.ToString(), emoji, isTakenAway, message, Stamp(caller.From.At)), cancellationToken);
    }

    private static List<(string? Type, bool IsTakenAway)> Parts(Activity activity) =>
    [
        .. (activity.ReactionsRemoved ?? []).OfType<MessageReaction>().Select(removed => (removed.Type, true)),
        .. (activity.ReactionsAdded ?? []).OfType<MessageReaction>().Select(added => (added.Type, false)),
    ];

    // Kept before the whole is marked done, under ids made of the whole's: repeated after a crash, each part is there once.
    private static InboxWork.Effect InParts(Activity activity, List<(string? Type, bool IsTakenAway)> parts, DateTimeOffset at) => new(async (services, cancellationToken) =>
    {
        var inbox = services.GetRequiredService<IInbox>();
        for (var number = 0; number < parts.Count; number++)
            await inbox.AddAsync(Part(activity, parts[number], number, at), cancellationToken);
    });

    private static InboxItem Part(Activity activity, (string? Type, bool IsTakenAway) part, int number, DateTimeOffset at)
    {
        MessageReaction[] only = [new(part.Type)];
        var alone = activity with { ReactionsRemoved = part.IsTakenAway ? only : null, ReactionsAdded = part.IsTakenAway ? null : only };
        return new(TeamsAddress.Platform, string.Create(CultureInfo.InvariantCulture, $"{TeamsItem.IdOf(activity)}|{number}"), JsonSerializer.Serialize(alone, TeamsJson.Default.Activity), at);
    }

    // Text whose ordinal order is the order of time.
    private static string Stamp(DateTimeOffset at) => at.UtcTicks.ToString("D20", CultureInfo.InvariantCulture);
}
