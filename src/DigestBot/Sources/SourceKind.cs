using DigestBot.Core.Mentions;

namespace DigestBot.Sources;

/// <summary>A kind of source that a settings file can name: one connector.</summary>
/// <param name="Name">As in <c>Kind</c>, compared without case.</param>
/// <param name="Summary">What it reads, a few words for people who choose.</param>
/// <param name="Options">Its options, a record derived from <see cref="SourceOptions"/>.</param>
internal abstract record SourceKind(string Name, string Summary, Type Options)
{
    /// <summary>A source of this kind.</summary>
    /// <param name="options">Bound and checked, of type <see cref="Options"/>.</param>
    /// <param name="parts">What it works with.</param>
    public abstract IMentionSource Create(SourceOptions options, SourceParts parts);
}

/// <summary>A kind with its options.</summary>
/// <param name="Name">As in <c>Kind</c>.</param>
/// <param name="Summary">What it reads.</param>
/// <param name="Make">Makes a source of options.</param>
internal sealed record SourceKind<TOptions>(string Name, string Summary, Func<TOptions, SourceParts, IMentionSource> Make)
    : SourceKind(Name, Summary, typeof(TOptions))
    where TOptions : SourceOptions
{
    /// <inheritdoc />
    public override IMentionSource Create(SourceOptions options, SourceParts parts) => Make((TOptions)options, parts);
}
