using System.Globalization;
using System.Text;

namespace DigestBot.Settings.Setup;

/// <summary>What is said after the form was filled in.</summary>
internal static class SetupWords
{
    /// <summary>It is settled, and what remains to be done.</summary>
    /// <param name="brand">Whom it listens for now.</param>
    /// <param name="setup">What was settled.</param>
    /// <param name="place">The platform.</param>
    /// <param name="channel">The channel; null when the bot cannot see it.</param>
    /// <param name="hasSources">A source is connected.</param>
    public static string Done(string brand, ChatSetup setup, ISetupPlace place, SetupChannel? channel, bool hasSources)
    {
        var name = channel?.Name ?? "the channel you chose";
        var text = new StringBuilder($"All set. I listen for {brand}, and the digest goes to {name} every {setup.Publish.Replace(" ", " at ", StringComparison.Ordinal)} ({setup.TimeZone}).");
        var steps = Remaining(name, place, channel, hasSources).ToList();
        if (steps.Count > 0)
            text.Append("\nWhat remains:");
        for (var i = 0; i < steps.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"\n{i + 1}. {steps[i]}");
        text.Append("\nA rehearsal shows the edition to you alone.");
        return text.ToString();
    }

    /// <summary>It cannot be settled like this.</summary>
    public static string Refused(IEnumerable<string> faults) =>
        "This cannot be settled, and nothing has changed:\n" + string.Join('\n', faults.Select(fault => $"- {fault}"));

    /// <summary>Several processes run, so that a person has to hand it to all of them.</summary>
    /// <param name="json">The settings.</param>
    public static string ToPaste(string json) =>
        $"This installation runs on PostgreSQL, where several processes share one set of settings. Put this into appsettings.json of each and start them again:\n{json}";

    private static IEnumerable<string> Remaining(string name, ISetupPlace place, SetupChannel? channel, bool hasSources)
    {
        if (channel is { IsArchived: true })
            yield return $"{name} is archived: unarchive it, or choose another channel.";
        if (channel is not { HasBot: true })
            yield return place.Invitation(name);
        if (!hasSources)
            yield return "Connect a source, so that there is something to tell: section Sources of appsettings.json, then start me again.";
    }
}
