namespace DigestBot.Core.Actions.Verbs;

/// <summary>A long answer from a later entry on: what the button below a list of mentions or follow-ups asks for.</summary>
internal sealed class MoreAction(Lazy<ActionRegistry> registry) : IDigestAction
{
    /// <summary>The verb.</summary>
    public const string Verb = "more";

    public ActionDescription Description { get; } = new(Verb, "Show a long answer from a later entry on.", $"{Verb} 5 search lost luggage") { IsForButtons = true };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (!context.Arguments.TryTakeNumber(out var from))
            return Refuse.With(Refusal.NotUnderstood, "From where on? Say how many you have seen, for example: more 5 search lost luggage");
        var reply = await context.ShownAsync(registry.Value, cancellationToken);
        if (reply is not ActionReply.Done { Content: { } content } shown)
            return reply;
        return from < content.Entries
            ? shown with { Content = content.After(from) }
            : Refuse.With(Refusal.NotFound, "That was all.");
    }
}
