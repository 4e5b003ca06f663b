using DigestBot.Core.Actions;

namespace DigestBot.Settings;

/// <summary>The sections <c>Reactions</c> and <c>DepartmentOwners</c>: what reactions mean here, and who gets what is routed.</summary>
internal static class ReactionSettings
{
    /// <summary>Adds both.</summary>
    public static IServiceCollection AddReactions(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(new ReactionMap(Pairs(settings, "Reactions")))
        .AddSingleton(new DepartmentOwners(Pairs(settings, "DepartmentOwners")));

    /// <summary>Meanings that begin with no verb, and owners who are nobody.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        foreach (var (department, owner) in Pairs(settings, "DepartmentOwners").Where(pair => !pair.Value.Contains(':', StringComparison.Ordinal) && !pair.Value.Contains('@', StringComparison.Ordinal)))
            yield return $"DepartmentOwners:{department} is '{owner}'; expected an id as under People, for example slack:U024 or an e-mail address.";
        var meanings = Pairs(settings, "Reactions").Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        if (meanings.Count == 0)
            yield break;
        using var services = new ServiceCollection().AddActions().BuildServiceProvider();
        var verbs = services.GetRequiredService<ActionRegistry>();
        foreach (var (emoji, typed) in meanings)
        {
            var verb = new ActionArguments(typed).TakeWord();
            if (verbs.Find(verb, "") is null)
                yield return $"Reactions:{emoji} is '{typed}', which begins with no verb.{(verbs.NearestTo(verb) is { } near ? $" Did you mean {near}?" : " 'help' in chat shows them.")}";
        }
    }

    private static Dictionary<string, string> Pairs(IConfiguration settings, string section) => settings.GetSection(section).GetChildren()
        .ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.OrdinalIgnoreCase);
}
