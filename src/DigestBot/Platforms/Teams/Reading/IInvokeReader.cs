using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Reads invokes of one kind that were kept in the inbox because they change something.</summary>
internal interface IInvokeReader
{
    /// <summary>This one reads it.</summary>
    bool Takes(Activity invoke);

    /// <summary>What it asks for. Nothing in its value is believed but what the caller may do anyway.</summary>
    Task<InboxWork> ReadAsync(Activity invoke, TeamsCaller caller, CancellationToken cancellationToken);
}
