using DigestBot.Core.Understanding;
using DigestBot.Outgoing;

namespace DigestBot.Sources;

/// <summary>What sources work with.</summary>
/// <param name="Outgoing">The one way out.</param>
/// <param name="Paces">How fast each account may ask.</param>
/// <param name="Clock">Time.</param>
/// <param name="Mentions">What is kept already, for asking after it again; null where nothing is.</param>
internal sealed record SourceParts(OutgoingHttp Outgoing, AccountPaces Paces, TimeProvider Clock, IMentionStore? Mentions)
{
    /// <summary>Where stores of one unit of work come from, for what waits in the inbox; null where nothing is kept.</summary>
    public IServiceScopeFactory? Scopes { get; init; }

    /// <summary>A client for a vendor's API.</summary>
    public ApiClient Client(ApiAccess access) => new(access, Outgoing, Paces, Clock);
}
