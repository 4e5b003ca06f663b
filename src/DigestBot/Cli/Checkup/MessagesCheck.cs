using System.Runtime.CompilerServices;
using DigestBot.Core.Platforms;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether what was to be said was said, and what came in was worked off.</summary>
internal sealed class MessagesCheck(IServiceScopeFactory scopes, StorageCheck storage) : ICheck
{
    private const string Name = "messages";
    private const int Shown = 20;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!storage.HasData)
        {
            yield return Finding.Well(Name, "none yet");
            yield break;
        }
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        var faults = 0;
        foreach (var dead in await outbox.InStateAsync(DeliveryState.Dead, Shown, cancellationToken))
        {
            faults++;
            yield return Finding.Wrong(Name, $"{dead.Key} could not be sent: {dead.Failure}", $"Check that the channel {dead.Channel} on {dead.Platform} exists and may be written to.");
        }
        foreach (var doubt in await outbox.InStateAsync(DeliveryState.InDoubt, Shown, cancellationToken))
        {
            faults++;
            yield return Finding.Wrong(Name, $"Nobody knows whether {doubt.Key} arrived.", $"Look into {doubt.Channel} on {doubt.Platform}, then answer the question that the curators were asked.");
        }
        var setAside = await scope.ServiceProvider.GetRequiredService<IInbox>().DeadCountAsync(cancellationToken);
        if (setAside > 0)
            yield return Finding.Wrong(Name, $"{setAside} incoming requests were set aside after five tries.", "Look for their failures in the log, and ask for the same again from the message.");
        else if (faults == 0)
            yield return Finding.Well(Name, "nothing is stuck");
    }
}
