using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>
/// What people did with an edition's touch points. A port, because it is made of follow-ups and kudos, which are later
/// stages than what shows them.
/// </summary>
public interface ITouchPointStates
{
    /// <summary>The newest states by touch point id; a missing one has none yet.</summary>
    Task<IReadOnlyDictionary<string, TouchPointState>> OfAsync(Edition edition, CancellationToken cancellationToken);
}
