using Xunit.Abstractions;
using Xunit.Sdk;

namespace DigestBot.Tests.Testing;

/// <summary>A class whose tests need a PostgreSQL server.</summary>
public interface INeedsPostgres;

/// <summary>
/// A test of a contract that is derived for several engines: skipped in classes that need PostgreSQL where it is not installed.
/// In CI nothing is skipped: there a missing server is a failure.
/// </summary>
[XunitTestCaseDiscoverer("DigestBot.Tests.Testing.StoreFactDiscoverer", "DigestBot.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>Whether tests on PostgreSQL can run.</summary>
public static class PostgresFact
{
    /// <summary>Why not.</summary>
    public const string NotInstalled = "PostgreSQL server is not installed (apt-get install postgresql): skipped";

    /// <summary>Null when they run.</summary>
    public static string? SkipReason { get; } =
        PrivatePostgres.Programs is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? NotInstalled : null;
}

/// <summary>Finds the tests of <see cref="StoreFactAttribute"/>.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc />
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new StoreTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}

/// <summary>A test that knows whether its engine is there.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    /// <summary>For the runner, which makes it anew from its serialized form.</summary>
    [Obsolete("Called by the deserializer only")]
    public StoreTestCase()
    {
    }

    /// <summary>Creates it.</summary>
    public StoreTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc />
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.Interfaces.Any(type => type.Name == typeof(INeedsPostgres).FullName) ? PostgresFact.SkipReason : null;
}
