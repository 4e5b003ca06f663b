using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Answers;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Home;

/// <summary>What a person sees on opening the bot: what they owe, this week's edition, raw minutes, what comes next.</summary>
internal sealed class SlackHome(SlackApi api, IServiceScopeFactory scopes, Digests digests, SlackOptions options) : IDisposable
{
    // Two presses in a second draw one after the other, so that the later drawing shows the later state. People share places.
    private readonly SemaphoreSlim[] _places = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Draws somebody's Home anew. Never throws for what Slack says: the next opening draws it again.</summary>
    /// <param name="workspace">The workspace, as in <see cref="SlackAddress.Workspace"/>.</param>
    /// <param name="user">Slack's id of the person.</param>
    /// <param name="cancellationToken">Ends reading and sending.</param>
    public Task PublishAsync(string? workspace, string user, CancellationToken cancellationToken) => PublishAsync(workspace, user, null, cancellationToken);

    /// <summary>Draws it with the answer to what was asked on it on top; false when it could not be shown.</summary>
    public async Task<bool> PublishAsync(string? workspace, string user, ActionReply? said, CancellationToken cancellationToken)
    {
        var place = _places[(uint)HashCode.Combine(workspace, user) % _places.Length];
        await place.WaitAsync(cancellationToken);
        try
        {
            return await DrawAsync(workspace, user, said, cancellationToken);
        }
        finally
        {
            place.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var place in _places)
            place.Dispose();
    }

    private async Task<bool> DrawAsync(string? workspace, string user, ActionReply? said, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<IPeople>();
        if (await people.FindAsync(new SlackAddress(workspace, user).PersonId, cancellationToken) is not { } person)
            return false;
        var page = await scope.ServiceProvider.GetRequiredService<PersonalPages>().OfAsync(person, DigestOf(workspace), cancellationToken);
        var view = HomeView.Of(page, await LinkAsync(page, cancellationToken), said, new AnswerReader(AnswerReaders.ZoneOf(person), options.CommandName));
        return await api.PublishViewAsync(workspace, user, view, cancellationToken) is SlackAnswer<SlackViewShown>.Ok;
    }

    // Where several digests are kept, the one that is read in this workspace.
    private Digest DigestOf(string? workspace) =>
        digests.All.FirstOrDefault(digest => digest.Audiences.Any(audience => IsIn(workspace, audience))) ?? digests.All[0];

    private static bool IsIn(string? workspace, Audience audience) =>
        audience.Platform == SlackAddress.Platform && SlackAddress.Parse(audience.Channel).Workspace == workspace;

    private async Task<string?> LinkAsync(PersonalPage page, CancellationToken cancellationToken)
    {
        if (page.Posted is not { Platform: SlackAddress.Platform } posted)
            return null;
        var channel = SlackAddress.Parse(posted.Channel);
        return (await api.GetPermalinkAsync(channel.Workspace, channel.Id, posted.Id, cancellationToken)).OrDefault();
    }
}
