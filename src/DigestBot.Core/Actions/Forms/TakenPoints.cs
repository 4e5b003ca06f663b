using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Who has a touch point.</summary>
internal static class TakenPoints
{
    /// <summary>The open follow-up that the touch point's story has, or null.</summary>
    public static async Task<FollowUp?> TakenAsync(this FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        (await call.Stores.FollowUps.OpenAsync(at.Edition.Key.Digest, cancellationToken)).FirstOrDefault(followUp => followUp.StoryKey == at.Point.StoryKey);

    /// <summary>Somebody's name, fit to be shown.</summary>
    public static async Task<string> NameAsync(this FormCall call, string id, CancellationToken cancellationToken) =>
        VisibleText.Line((await call.Stores.People.FindAsync(id, cancellationToken))?.Name ?? "somebody", 60);
}
