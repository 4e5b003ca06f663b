using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>What somebody said about a touch point in its thread. Private to the company: never in a log.</summary>
/// <param name="Edition">The edition it was said of.</param>
/// <param name="TouchPointId">The touch point.</param>
/// <param name="By">Id of the person.</param>
/// <param name="Text">What was said, at most <see cref="Longest"/> characters.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Message">The message in which it was said; a comment is known by it.</param>
public sealed record Comment(EditionKey Edition, string TouchPointId, string By, string Text, DateTimeOffset At, PostedMessage Message)
{
    /// <summary>Longer ones are cut here: whoever wants the whole goes to the thread.</summary>
    public const int Longest = 2_000;
}

/// <summary>A comment as it is shown.</summary>
/// <param name="By">Name of the person.</param>
/// <param name="Text">What was said.</param>
/// <param name="SaidAt">When, UTC.</param>
public sealed record ShownComment(string By, string Text, DateTimeOffset SaidAt);

/// <summary>Comments with names.</summary>
public static class CommentsShown
{
    private const int Most = 20;

    /// <summary>The newest twenty on one touch point, oldest first.</summary>
    public static async Task<IReadOnlyList<ShownComment>> CommentsOnAsync(
        this ActionStores stores, PlacedPoint at, CancellationToken cancellationToken)
    {
        var said = (await stores.Comments.OfEditionAsync(at.Edition.Key, cancellationToken))
            .Where(comment => comment.TouchPointId == at.Point.Id).TakeLast(Most).ToList();
        var names = await stores.People.NamesAsync(said.Select(comment => comment.By), cancellationToken);
        return [.. said.Select(comment => new ShownComment(names[comment.By], comment.Text, comment.At))];
    }
}

/// <summary>Keeps comments.</summary>
public interface IComments
{
    /// <summary>Those on the touch points of an edition, oldest first; at most 200.</summary>
    Task<IReadOnlyList<Comment>> OfEditionAsync(EditionKey edition, CancellationToken cancellationToken);

    /// <summary>Stages a comment; the same message again changes nothing.</summary>
    void Add(Comment comment);

    /// <summary>Stages that a message was deleted, and with it the comment.</summary>
    void Remove(PostedMessage message);
}
