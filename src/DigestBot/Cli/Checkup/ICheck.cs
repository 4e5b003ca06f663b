namespace DigestBot.Cli.Checkup;

/// <summary>One thing that <c>doctor</c> looks at. It changes nothing, and never throws for what it looks for.</summary>
internal interface ICheck
{
    /// <summary>What it found; at least one.</summary>
    IAsyncEnumerable<Finding> LookAsync(CancellationToken cancellationToken);
}
