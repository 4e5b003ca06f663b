using System.Runtime.CompilerServices;
using DigestBot.Settings;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether a secret of a source stands readable in a settings file.</summary>
internal sealed class SecretsCheck(IConfiguration settings) : ICheck
{
    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask; // nothing to wait for: settings are in memory
        foreach (var plain in PlainSecrets.In(settings))
        {
            var end = plain.IndexOf(". ", StringComparison.Ordinal) + 1;
            yield return Finding.Wrong("secrets", plain[..end], plain[(end + 1)..]);
        }
    }
}
