namespace DigestBot.Core.Platforms.Alerts;

/// <summary>What can jump: a topic, praise of it apart, or all mentions together.</summary>
/// <param name="Topic">Its name; empty for all mentions.</param>
/// <param name="IsPraise">Only the praise.</param>
public readonly record struct AlertSubject(string Topic, bool IsPraise)
{
    private const string Praise = "win:";

    /// <summary>All mentions of the brand.</summary>
    internal static AlertSubject All { get; } = new("", IsPraise: false);

    /// <summary>As it is kept: <c>booking page</c>, <c>win:crew</c>.</summary>
    public override string ToString() => IsPraise ? Praise + Topic : Topic;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    internal static AlertSubject Parse(string kept) =>
        kept.StartsWith(Praise, StringComparison.Ordinal) ? new(kept[Praise.Length..], IsPraise: true) : new(kept, IsPraise: false);

    /// <summary>Whether a mention counts for it.</summary>
    internal bool Holds(Glimpse glimpse) => Topic.Length == 0 || (glimpse.IsWin == IsPraise && glimpse.Topics.Contains(Topic));
}
