using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Settings;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>"Set up": whom to listen for, which channel, who the executives are, when.</summary>
internal sealed class SetupDialog(SlackSetup setup, SetupSettling settling, SetupFile file) : ISlackDialog
{
    private const string NotYou = "Only an admin can set me up. That is whoever installed me, people whom the settings name as Admin, "
        + "and, until there is one, the admins of this Slack workspace.";

    // Asked where nobody wrote it into a settings file or the environment, which would win.
    private readonly bool _asksForBrand = string.IsNullOrWhiteSpace(file.With([])["Brand:Name"]);

    /// <inheritdoc />
    public string Name => SetupAction.Verb;

    /// <inheritdoc />
    public string Title => "Set up DigestBot";

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length == 0;

    /// <inheritdoc />
    public async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        if (!await setup.MayAsync(call.Stores.People, call.By, cancellationToken))
            return SlackModal.Words(Name, Title, NotYou);
        var executives = (await call.Stores.People.WithRoleAsync(Roles.Executive, cancellationToken))
            .Where(person => person.Platform == SlackAddress.Platform)
            .Select(person => SlackAddress.Parse(person.Channel))
            .Where(address => address.Workspace == call.Workspace)
            .Select(address => address.Id);
        var current = call.Digests.All.FirstOrDefault(digest => SlackSetup.GoesTo(digest, call.Workspace));
        return SlackModal.Form(Name, Title, "Save", SetupForm.Blocks(call.By, current, _asksForBrand ? Brand(call.Digests) : null, executives), call.Metadata);
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Faults(FormState state, DateOnly today) => SetupForm.Faults(state, _asksForBrand);

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken)
    {
        if (Faults(submitted.State, DateOnly.MinValue).Count > 0)
            return Task.FromResult<InboxWork>(new InboxWork.NotUnderstood());
        var wanted = SetupForm.Settings(submitted.State, submitted.Workspace, _asksForBrand);
        var executives = SetupForm.ExecutivesOf(submitted.State, submitted.Workspace);
        return Task.FromResult<InboxWork>(new InboxWork.Effect((services, stop) => settling.SettleAsync(services, wanted, executives, submitted.By, stop)));
    }

    private static BrandOptions Brand(Digests digests) => digests.All[0] is { IsSample: false, Brand: var brand }
        ? new() { Name = brand.Name, Aliases = brand.Aliases, Competitors = brand.Competitors }
        : new();
}
