using System.Collections.Concurrent;

namespace DigestBot.Outgoing;

/// <summary>The paces of all accounts, one each.</summary>
internal sealed class AccountPaces(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<(string Vendor, string Account), AccountPace> _paces = [];

    /// <summary>The pace of an account; the same one for everybody who asks.</summary>
    public AccountPace Of(ApiAccess access) => _paces.GetOrAdd((access.Vendor, access.Account), key => new AccountPace(key.Vendor, clock));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var pace in _paces.Values)
            pace.Dispose();
    }
}
