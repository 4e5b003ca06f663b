using System.Globalization;
using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;

namespace DigestBot.Sample;

/// <summary>
/// One source of the sample company. At first start its times are shifted by whole weeks, so that its last week is the last
/// complete ISO week of the digest's zone; the shift is the cursor, so that it is never shifted again (decisions.md 22).
/// </summary>
/// <param name="name">One of <see cref="SampleCompany.Sources"/>.</param>
/// <param name="clock">Tells which week is the last complete one.</param>
internal sealed class SampleMentionSource(string name, TimeProvider clock) : IMentionSource
{
    private const string Shifted = "weeks:";

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (cursor?.StartsWith(Shifted, StringComparison.Ordinal) == true)
            yield break;
        var weeks = LastCompleteWeek().WeeksSince(SampleFeed.LastWeek);
        var said = await SampleFeed.ReadAsync(name, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        yield return new(
            [.. said.Select(mention => mention with { SaidAt = mention.SaidAt.AddDays(7 * weeks) })],
            string.Create(CultureInfo.InvariantCulture, $"{Shifted}{weeks}"),
            Skipped: []);
    }

    private DigestWeek LastCompleteWeek() => DigestWeek.Of(clock.GetUtcNow(), SampleCompany.Digest.Zone).Previous;
}
