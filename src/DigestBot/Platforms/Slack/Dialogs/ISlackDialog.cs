using System.Text.Json.Nodes;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>
/// One dialog: what it shows, and what a person meant who filled it in. Stateless; one file each. The light view that stands
/// until the rest is fetched, the rights and the errors are the same for all and not their business.
/// </summary>
internal interface ISlackDialog
{
    /// <summary>The first word of a button's value that opens it, and its <c>callback_id</c>; a verb, where it asks for what a verb needs.</summary>
    string Name { get; }

    /// <summary>The verb whose rights it takes to open it; one that is no verb's asks about rights itself.</summary>
    string Verb => Name;

    /// <summary>Stands above it; at most 24 characters.</summary>
    string Title { get; }

    /// <summary>Whether a button's value opens it, or says everything already ("share tp2 to finance now").</summary>
    /// <param name="about">What follows the name in the value.</param>
    bool OpensAbout(string about);

    /// <summary>The whole view.</summary>
    Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken);

    /// <summary>What is wrong with what was filled in, by block; empty when nothing is. Looks at the fields only.</summary>
    IReadOnlyDictionary<string, string> Faults(FormState state, DateOnly today) => new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What a person asks for who submits it without faults.</summary>
    Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken);
}
