using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Verbs;

/// <summary>Says an answer to everyone where it was asked: the button "show to everyone" below private answers.</summary>
internal sealed class TellAction(Lazy<ActionRegistry> registry) : IDigestAction
{
    /// <summary>The verb.</summary>
    public const string Verb = "tell";

    public ActionDescription Description { get; } =
        new(Verb, "Show an answer to everyone in the channel.", $"{Verb} wins", ActionTarget.None, WhoMay.Executive) { Button = "Show to everyone here" };

    public async Task<ActionReply> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        var reply = await context.ShownAsync(registry.Value, cancellationToken);
        if (reply is not ActionReply.Done done)
            return reply;
        if (done.Content is not { } content || !Sharing.IsShareable(content))
            return Refuse.With(Refusal.Withheld, "Only the edition and its numbers can be shown to everyone, for example: tell wins");
        var (open, withheld) = Sharing.Opened(content);
        var rest = withheld == 0 ? "" : $" {Phrases.Count(withheld, "touch point is withheld", "touch points are withheld")}.";
        return done with { Text = $"{context.By.Name} shows: {done.Text}{rest}", Content = open, ForEveryone = true };
    }
}
