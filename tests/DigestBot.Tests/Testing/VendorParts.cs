using DigestBot.Core.Understanding;
using DigestBot.Outgoing;
using DigestBot.Sources;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Testing;

/// <summary>What sources work with in tests: the real way out, allowed to call stubs on loopback.</summary>
internal static class VendorParts
{
    /// <summary>Parts on a clock.</summary>
    public static SourceParts On(TimeProvider clock, OutgoingOptions? options = null, IMentionStore? mentions = null) =>
        new(new(Options.Create(options ?? Loopback)), new(clock), clock, mentions);

    private static OutgoingOptions Loopback => new() { PrivateHosts = ["127.0.0.1"], PlainHttpHosts = ["127.0.0.1"] };
}
