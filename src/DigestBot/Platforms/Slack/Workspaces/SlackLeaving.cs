using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>
/// Slack's news that the bot was removed: <c>app_uninstalled</c> and <c>tokens_revoked</c>, in either order, late or twice.
/// </summary>
internal sealed class SlackLeaving(SlackWorkspaces workspaces)
{
    // Slack's documents show one event time in microseconds among seconds.
    private const long LatestSecond = 100_000_000_000;

    /// <summary>What the event asks for; null when it is about something else.</summary>
    /// <param name="envelope">The event with what is around it.</param>
    /// <param name="workspace">Where it came from, as in <see cref="SlackAddress.Workspace"/>.</param>
    public InboxWork? WorkOf(JsonElement envelope, string? workspace) =>
        envelope.PartOf("event").TextOf("type") is "app_uninstalled" or "app_uninstalled_team" or "tokens_revoked"
            ? new InboxWork.Effect((services, cancellationToken) => StageAsync(services, envelope, workspace, cancellationToken))
            : null;

    private async Task StageAsync(IServiceProvider services, JsonElement envelope, string? workspace, CancellationToken cancellationToken)
    {
        var stored = await services.GetRequiredService<IInstallations>()
            .FindAsync(SlackAddress.Platform, SlackWorkspace.Stored(workspace), cancellationToken);
        if (stored is null ? workspace is null : IsMeant(stored, envelope))
            await workspaces.StageRemovedAsync(services, workspace, cancellationToken);
    }

    private static bool IsMeant(Installation stored, JsonElement envelope)
    {
        // It was installed again since: this is old news that Slack had not got rid of.
        if (TimeOf(envelope) < stored.InstalledAt.AddSeconds(-1))
            return false;
        return envelope.PartOf("event").TextOf("type") switch
        {
            // One of the workspaces of an Enterprise Grid: the grid's own token stays good for the others.
            "app_uninstalled_team" => stored.Team is not null,
            "tokens_revoked" => NamesBot(envelope.PartOf("event").PartOf("tokens").PartOf("bot"), stored.Bot),
            _ => true,
        };
    }

    // Ids of bot users, not tokens. Where Slack could not be asked yet who the bot is, any of them is ours: the app has one bot.
    private static bool NamesBot(JsonElement bots, string bot) =>
        bots.ValueKind == JsonValueKind.Array
        && bots.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && (bot.Length == 0 || one.GetString() == bot));

    // News without a time counts as new.
    private static DateTimeOffset TimeOf(JsonElement envelope)
    {
        if (envelope.PartOf("event_time") is not { ValueKind: JsonValueKind.Number } time || !time.TryGetInt64(out var number) || number <= 0)
            return DateTimeOffset.MaxValue;
        return number < LatestSecond ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(number / 1000, LatestSecond * 1000));
    }
}
