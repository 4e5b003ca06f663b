using System.Net;
using System.Net.Sockets;

namespace DigestBot.Outgoing;

/// <summary>Tells addresses of the open internet from those of this machine, its network and special use (RFC 6890).</summary>
internal static class PrivateAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // IPv6 addresses that carry an IPv4 one, with the place where it stands: they reach what that one reaches.
    private static readonly (IPNetwork Network, int At)[] Carriers =
    [
        (IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("64:ff9b:1::/48"), 12), (IPNetwork.Parse("2002::/16"), 2), (IPNetwork.Parse("::/96"), 12),
    ];

    /// <summary>True when <paramref name="address"/> is not one of the open internet.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Contains(address.MapToIPv4());
        if (Array.Exists(Special, network => network.Contains(address)))
            return true;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && CarriedBy(address) is { } carried && Contains(carried);
    }

    private static IPAddress? CarriedBy(IPAddress address)
    {
        var at = Array.Find(Carriers, carrier => carrier.Network.Contains(address)).At;
        return at == 0 ? null : new(address.GetAddressBytes().AsSpan(at, 4));
    }
}
