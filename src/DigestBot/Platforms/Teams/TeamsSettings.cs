namespace DigestBot.Platforms.Teams;

/// <summary>Reads the section <c>Teams</c> and finds what a check of one value cannot see.</summary>
internal static class TeamsSettings
{
    /// <summary>The section as configured; the defaults when it is missing.</summary>
    public static TeamsOptions Read(IConfiguration settings) =>
        settings.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();

    /// <summary>What is half configured (decisions.md 28), each with the missing key.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        if (ReadOrNull(settings) is not { } teams)
            yield break;
        var proofs = Proofs(teams);
        if (!teams.IsConfigured)
        {
            if (proofs > 0 || teams.TenantId is not null)
                yield return "Teams:AppId is missing: copy the Microsoft App ID from the bot's page in Azure (Configuration).";
            yield break;
        }
        if (proofs == 0)
            yield return "Teams:AppSecret is missing: create a client secret for the app's registration, or set Teams:CertificatePath (or Teams:ManagedIdentity on Azure).";
        if (proofs > 1)
            yield return "Teams:AppSecret, Teams:CertificatePath and Teams:ManagedIdentity exclude each other: keep one.";
        if (teams.CertificatePath is { } path && !File.Exists(path))
            yield return "Teams:CertificatePath names a file that does not exist.";
        foreach (var (key, address) in Addresses(teams))
        {
            if (address is { IsAbsoluteUri: false })
                yield return $"Teams:{key} must be an absolute address.";
        }
    }

    // What cannot be read as what it should be was found fault with already, where the shape of the settings is checked.
    private static TeamsOptions? ReadOrNull(IConfiguration settings)
    {
        try
        {
            return Read(settings);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int Proofs(TeamsOptions teams) =>
        (teams.AppSecret is null ? 0 : 1) + (teams.CertificatePath is null ? 0 : 1) + (teams.ManagedIdentity ? 1 : 0);

    private static IEnumerable<(string Key, Uri? Address)> Addresses(TeamsOptions teams) =>
        [(nameof(teams.OpenIdMetadataAddress), teams.OpenIdMetadataAddress), (nameof(teams.LoginAddress), teams.LoginAddress)];
}
