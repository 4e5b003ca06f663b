namespace DigestBot.Platforms.Teams;

/// <summary>
/// A channel, group chat or person of Teams. Written <c>19:...@thread.tacv2</c> (without <c>;messageid=</c>) or as a person's
/// <c>aadObjectId</c> in the tenant of the settings, <c>TENANT/id</c> in another one. This is what audiences, deliveries, messages and
/// people (<c>teams:AADOBJECTID</c>) carry, so that one outbox serves every tenant.
/// </summary>
/// <param name="Tenant">Id of the tenant, or null for the one of the settings.</param>
/// <param name="Id">Teams' id of the channel or chat, or the person's Entra object id in lower case.</param>
internal readonly record struct TeamsAddress(string? Tenant, string Id)
{
    /// <summary>Name of the platform in settings, audiences and ids.</summary>
    public const string Platform = "teams";

    /// <summary>Reads what <see cref="ToString"/> wrote; never fails, what is not an address is an id that Teams does not know.</summary>
    public static TeamsAddress Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(null, text) : new(text[..slash], text[(slash + 1)..]);
    }

    /// <summary>Somebody of this tenant as the Core knows people: <c>teams:AADOBJECTID</c>.</summary>
    public string PersonId => $"{Platform}:{this}";

    /// <summary>A person rather than a channel or chat: people are named by a GUID, conversations are not.</summary>
    public bool IsPerson => Guid.TryParse(Id, out _);

    /// <inheritdoc />
    public override string ToString() => Tenant is null ? Id : $"{Tenant}/{Id}";
}
