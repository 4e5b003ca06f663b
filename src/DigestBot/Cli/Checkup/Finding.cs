namespace DigestBot.Cli.Checkup;

/// <summary>What one check found.</summary>
/// <param name="Check">What was checked, one or two words.</param>
/// <param name="Fault">What is wrong, one sentence; null when all is well.</param>
/// <param name="Detail">What was seen when all is well; the next step when it is not.</param>
internal sealed record Finding(string Check, string? Fault, string Detail)
{
    /// <summary>All is well.</summary>
    public static Finding Well(string check, string seen) => new(check, null, seen);

    /// <summary>Something is wrong, and this is what to do.</summary>
    public static Finding Wrong(string check, string fault, string nextStep) => new(check, fault, nextStep);
}
