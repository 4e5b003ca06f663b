using System.Globalization;
using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Tells what is set up and offers to change it. The form itself, and who may fill it in, is the platform's.</summary>
internal sealed class SetupAction : IDigestAction
{
    /// <summary>The verb; also the name of the form.</summary>
    public const string Verb = "setup";

    public ActionDescription Description { get; } =
        new(Verb, "Say whom I listen for, where the digest goes and when.", Verb) { Aliases = ["set-up", "settings", "configure"], Button = "Set up" };

    public Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult<ActionReply>(new ActionReply.Done(Words(context.Digest)) { Offers = Offers(context) });

    private static string Words(Digest digest)
    {
        var sample = digest.IsSample ? " (the sample company: nothing is set up yet)" : "";
        var places = digest.Audiences.Count == 0 ? "nowhere yet" : $"to {string.Join(", ", digest.Audiences.Select(audience => audience.Name))}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"I listen for {digest.Brand.Name}{sample}. The digest {digest.Name} goes {places}, on {digest.PublishAt.Day} at {digest.PublishAt.Time:HH:mm} ({digest.Zone.Id}).");
    }

    // Where there are no forms, the settings are the place.
    private static IReadOnlyList<Platforms.CardAction> Offers(ActionContext context) =>
        context.Request.Through is Through.Page or Through.Cli ? [] : [new(Verb, "Set up", "", IsPrimary: true) { OpensDialog = true }];
}
