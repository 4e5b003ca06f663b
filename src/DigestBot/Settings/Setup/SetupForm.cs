using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Editions;

namespace DigestBot.Settings.Setup;

/// <summary>"Set up": whom to listen for, which channel, who the executives are, when.</summary>
internal sealed class SetupForm(SetupRights rights, SetupSettling settling, SetupFile file) : IForm
{
    // Asked where nobody wrote it into a settings file or the environment, which would win.
    private readonly bool _asksForBrand = string.IsNullOrWhiteSpace(file.With([])["Brand:Name"]);

    /// <inheritdoc />
    public string Name => SetupAction.Verb;

    /// <inheritdoc />
    public string Title => "Set up DigestBot";

    /// <inheritdoc />
    public IReadOnlyList<FormField> Fields => SetupAnswers.Asked(_asksForBrand);

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length == 0;

    /// <inheritdoc />
    public async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        if (!await rights.MayAsync(call.Stores.People, call.By, cancellationToken))
            return new FormPage.Words(rights.Refusal(call.By));
        var executives = (await call.Stores.People.WithRoleAsync(Roles.Executive, cancellationToken))
            .Where(person => person.Circle == call.By.Circle)
            .Select(person => person.OnPlatform);
        var current = call.Digests.All.FirstOrDefault(digest => FirstQuestion.GoesTo(digest, call.At));
        return new FormPage.Asked("Save", [.. SetupAnswers.Fields(call, current, _asksForBrand ? Brand(call.Digests) : null, executives)]);
    }

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken)
    {
        if (FormField.Faults(Fields, submitted.Values, DateOnly.MinValue).Count > 0)
            return Task.FromResult<InboxWork>(new InboxWork.NotUnderstood());
        var wanted = SetupAnswers.Settings(submitted, _asksForBrand);
        var executives = SetupAnswers.ExecutivesOf(submitted.Values);
        return Task.FromResult<InboxWork>(new InboxWork.Effect((services, stop) => settling.SettleAsync(services, wanted, executives, submitted.By, stop)));
    }

    private static BrandOptions Brand(Digests digests) => digests.All[0] is { IsSample: false, Brand: var brand }
        ? new() { Name = brand.Name, Aliases = brand.Aliases, Competitors = brand.Competitors }
        : new();
}
