namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>A token that was found good: it says who sent the request, and what for.</summary>
/// <param name="ServiceUrl">Where what it came with may be answered; null when it does not say, or says two things.</param>
/// <param name="IsForTeams">Its key may speak for Teams.</param>
/// <param name="ExpiresAt">When it ends; looked at again then.</param>
/// <param name="Keys">The keys that it was checked with; once there are newer ones it is checked again.</param>
internal sealed record TeamsToken(string? ServiceUrl, bool IsForTeams, DateTimeOffset ExpiresAt, TeamsSigningKeys Keys);
