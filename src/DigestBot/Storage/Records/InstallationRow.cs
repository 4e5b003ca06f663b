namespace DigestBot.Storage.Records;

/// <summary>The bot in one workspace. See <see cref="Core.Platforms.Installation"/> for what each column means.</summary>
internal sealed class InstallationRow
{
    public required string Platform { get; init; }

    public required string Workspace { get; init; }

    public required string Name { get; set; }

    public string? Team { get; set; }

    public string? Organization { get; set; }

    public string? App { get; set; }

    public required string Bot { get; set; }

    public string? Installer { get; set; }

    /// <summary>With commas between them.</summary>
    public required string Scopes { get; set; }

    /// <summary>Encrypted.</summary>
    public string? Secret { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? TokenEndsAt { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? RenewingUntil { get; set; }

    /// <summary>UTC ticks.</summary>
    public required long InstalledAt { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? RemovedAt { get; set; }

    /// <summary>Guards against two writers.</summary>
    public required int Version { get; set; }
}

/// <summary>An installation under way.</summary>
internal sealed class InstallTicketRow
{
    public required string Ticket { get; init; }

    public required string Holder { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long ValidUntil { get; init; }
}

/// <summary>A key that protects tokens, itself protected.</summary>
internal sealed class ProtectionKeyRow
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
