using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Settings.Setup;

/// <summary>
/// Makes what was filled in the settings of this installation: roles and the answer are staged, the file is written, and the
/// program begins anew with it once that is committed. Doing it again changes nothing.
/// </summary>
internal sealed class SetupSettling(SetupRights rights, SetupFile file, SettingsChange change, Digests digests, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Stages, in the scope's unit of work, what follows from a filled-in form.</summary>
    /// <param name="services">The scope.</param>
    /// <param name="wanted">The settings wanted.</param>
    /// <param name="executives">Person ids of the executives; empty for everybody in the channel.</param>
    /// <param name="by">Who filled it in.</param>
    /// <param name="cancellationToken">Ends the reads and calls.</param>
    public async Task SettleAsync(
        IServiceProvider services, ChatSetup wanted, IReadOnlyList<string> executives, Person by, CancellationToken cancellationToken)
    {
        var mayDoIt = await rights.MayAsync(services.GetRequiredService<IPeople>(), by, cancellationToken);
        Note(services, by, mayDoIt ? "done" : nameof(Refusal.NotAllowed));
        if (!mayDoIt || rights.PlaceOf(by) is not { } place)
            return;
        var (kept, content) = (file.Read(), wanted.Over(file.Read()));
        var settings = file.With(content);
        if (SettingsCheck.Faults(settings) is { Count: > 0 } faults)
        {
            Tell(services, by, SetupWords.Refused(faults), []);
            return;
        }
        await GrantAsync(services, executives, by, cancellationToken);
        if (file.Path is null)
        {
            Tell(services, by, SetupWords.ToPaste(content.ToJsonString(Indented)), []);
            return;
        }
        var hasSources = settings.GetSection("Sources").GetChildren().Any();
        var words = SetupWords.Done(settings["Brand:Name"] ?? "", wanted, place, await place.FindChannelAsync(wanted.Audience.Channel, cancellationToken), hasSources);
        Tell(services, by, words, [new("rehearse", "Rehearse now", hasSources ? "" : RehearseAction.Example, IsPrimary: true)]);
        if (JsonNode.DeepEquals(kept, content))
            return;
        await file.WriteAsync(content, cancellationToken);
        change.Tell();
    }

    // Whoever sets the bot up curates and administers it; who is no executive any more was taken out of the list.
    private static async Task GrantAsync(IServiceProvider services, IReadOnlyList<string> executives, Person by, CancellationToken cancellationToken)
    {
        var known = services.GetRequiredService<IKnownPeople>();
        foreach (var former in await known.WithRoleAsync(Roles.Executive, cancellationToken))
        {
            if (former.Person.Circle == by.Circle && !executives.Contains(former.Person.Id, StringComparer.Ordinal))
                known.Revoke(former.Person.Id, Roles.Executive);
        }
        foreach (var executive in executives.Where(executive => executive != by.Id))
            known.Grant(executive, Roles.Executive);
        known.Grant(by.Id, Roles.Admin | Roles.Curator | (executives.Contains(by.Id, StringComparer.Ordinal) ? Roles.Executive : Roles.Anyone));
    }

    private void Note(IServiceProvider services, Person by, string result) =>
        services.GetRequiredService<IAuditLog>().Append(new(clock.GetUtcNow(), by.Id, SetupAction.Verb, Subject: null, result, "button"));

    // The words are the part of its key, so that a repetition is the same message.
    private void Tell(IServiceProvider services, Person by, string text, IReadOnlyList<CardAction> actions)
    {
        var part = $"setup {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))}";
        services.GetRequiredService<IOutbox>().Request(DirectMessages.To(by, digests.All[0], clock.GetUtcNow(), part, text, actions));
    }
}
