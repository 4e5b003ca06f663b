namespace DigestBot.Platforms.Teams;

/// <summary>Which of Microsoft's clouds the tenant is in. Issuer, metadata and authority follow from it.</summary>
internal enum TeamsCloud
{
    /// <summary>The public one, also GCC.</summary>
    Public = 0,

    /// <summary>US Government: GCC High and DoD.</summary>
    UsGov = 1,

    /// <summary>China, operated by 21Vianet.</summary>
    China = 2,
}
