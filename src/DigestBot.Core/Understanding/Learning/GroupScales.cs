namespace DigestBot.Core.Understanding.Learning;

/// <summary>How much a group of features counts: as a whole about the same in a short and in a long text.</summary>
internal static class GroupScales
{
    private const float Letters = 1f;
    private const float Rules = 0.15f;

    /// <summary>The factor of each feature of a group that has so many.</summary>
    internal static float Of(FeatureGroup group, int count) => group switch
    {
        FeatureGroup.Words => 1 / MathF.Sqrt(count + 1),
        FeatureGroup.Title => 1 / MathF.Sqrt(count + 1),
        FeatureGroup.Letters => Letters / MathF.Sqrt(count + 1),
        _ => Rules,
    };
}
