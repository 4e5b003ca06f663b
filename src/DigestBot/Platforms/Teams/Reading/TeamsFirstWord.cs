using DigestBot.Core.Mentions;
using DigestBot.Settings.Setup;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Somebody writes to a bot that is not set up yet: whoever may do that is asked to.</summary>
internal sealed class TeamsFirstWord(FirstQuestion question, IServiceProvider services)
{
    /// <summary>Asks once a week until it is answered, however often it is tried; nothing where an edition has somewhere to go.</summary>
    public async Task MetAsync(TeamsCaller caller, CancellationToken cancellationToken)
    {
        if (question.IsAnswered(caller.From.AskedAt))
            return;
        await question.MetAsync(services, caller.By, cancellationToken);
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
    }
}
