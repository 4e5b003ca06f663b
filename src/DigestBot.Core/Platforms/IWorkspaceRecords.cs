namespace DigestBot.Core.Platforms;

/// <summary>
/// What is kept about one workspace beyond its installation. Its channels and people are those written <c>workspace/id</c>; those of
/// the workspace of the settings, whose key is empty, have no slash.
/// </summary>
public interface IWorkspaceRecords
{
    /// <summary>Stages that what waits or is in doubt for the workspace's channels is dead. What is being sent now ends by itself.</summary>
    /// <param name="platform">Name of the platform.</param>
    /// <param name="workspace">Key of the workspace.</param>
    /// <param name="reason">For people, with the next step.</param>
    void StopDeliveries(string platform, string workspace, string reason);

    /// <summary>
    /// Deletes a removed workspace's data in one transaction of its own: the installation, the people known from it, the follow-ups
    /// they owe, the deliveries into its channels with their texts and message ids, the reactions and comments there, what of it waits or
    /// was set aside in the inbox, and the reasons its people gave. Where its people stand in what stays (editions, others' follow-ups, thanks, audit), a name made
    /// up for this deletion takes the place of the id, so that counts stay right and nobody can be told. Editions and mentions are the
    /// company's own and stay.
    /// </summary>
    /// <returns>False, and nothing was deleted, when the installation has changed since it was read: it may be in use again.</returns>
    Task<bool> DeleteAsync(Installation removed, CancellationToken cancellationToken);
}
