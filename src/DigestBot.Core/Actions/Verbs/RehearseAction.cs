using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Sends the edition to the person only, as its audiences would see it; the sample company's while there is none.</summary>
internal sealed class RehearseAction : IDigestAction
{
    /// <summary>Asks for the sample company's edition.</summary>
    public const string Example = "example";

    public ActionDescription Description { get; } =
        new("rehearse", "Send the next edition to you only.", "rehearse", ActionTarget.None, WhoMay.Curator) { Aliases = ["preview"], Button = "Send to me only" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Peek.Equals(Example, StringComparison.OrdinalIgnoreCase))
            return await ExampleAsync(context, "", cancellationToken) ?? Refuse.With(Refusal.NotFound, "There is no example here. Say rehearse for your own next edition.");
        if (await context.WeekOrDraftAsync(cancellationToken) is { } edition)
            return Send(context, edition, $"The edition of week {edition.Key.Week} is on its way to you only.");
        return await ExampleAsync(context, "There is no draft of yours yet. ", cancellationToken) ?? CurationByHand.NoDraft(context);
    }

    private static async Task<ActionReply?> ExampleAsync(ActionContext context, string before, CancellationToken cancellationToken)
    {
        var digest = context.Digest.IsSample ? context.Digest.Name : Digest.ExampleName;
        return await context.Stores.Editions.LatestPublishedAsync(digest, cancellationToken) is { } edition
            ? Send(context, edition, $"{before}An edition of the sample company is on its way to you only.")
            : null;
    }

    private static ActionReply.Done Send(ActionContext context, Edition edition, string text)
    {
        context.Subject = edition.Key.ToString();
        context.Stores.Publisher.Rehearse(edition, new Audience(context.By.Id, context.By.Platform, context.By.Channel));
        return new(text);
    }
}
