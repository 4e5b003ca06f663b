using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Setup;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Settings.Setup;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>What happens to the app itself in a workspace: met, removed, its channels changed.</summary>
internal sealed class SlackLife(
    SlackLeaving leaving, SlackChannels channels, FirstQuestion question, SlackCallers callers, SlackAnswering answers, IServiceProvider services)
{
    /// <summary>Reads the event; nothing when it is none of the app's life.</summary>
    public InboxWork Read(SlackItem item, string? workspace) => item.Type switch
    {
        "app_home_opened" when item.Event.TextOf("tab") == "home" => Home(item.From, workspace),
        var type when SlackChannels.Concerns(type) => new InboxWork.Effect((scope, cancellationToken) =>
            channels.StageAsync(scope, item.Event, item.Body.TextOf("event_id") ?? "", workspace, cancellationToken)),
        _ => leaving.WorkOf(item.Body, workspace) ?? new InboxWork.Nothing(),
    };

    /// <summary>Somebody wrote to the bot: while it is not set up, whoever may do that is asked to. Said once, however often it is tried.</summary>
    public async Task MetAsync(SlackCaller caller, CancellationToken cancellationToken)
    {
        if (question.IsAnswered(new SlackAddress(caller.Workspace, "").AskedAt))
            return;
        await question.MetAsync(services, caller.By, cancellationToken);
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
    }

    private InboxWork.Effect Home(SlackFrom from, string? workspace) => new(async (scope, cancellationToken) =>
    {
        answers.ShowHome(workspace, from.User);
        if (!question.IsAnswered(new SlackAddress(workspace, "").AskedAt) && await callers.WhoAsync(from, workspace, cancellationToken) is { } caller)
            await question.MetAsync(scope, caller.By, cancellationToken);
    });
}
