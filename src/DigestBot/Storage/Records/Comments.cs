using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>Comments on touch points.</summary>
internal sealed class Comments(StorageEngine engine, StagedChanges staged) : IComments
{
    private const int MostShown = 200;

    private const string Insert =
        """
        INSERT INTO comments (platform, channel, message, digest, week, touch_point_id, person, text, said_at)
        VALUES (@platform, @channel, @message, @digest, @week, @point, @person, @text, @said)
        ON CONFLICT (platform, channel, message) DO NOTHING
        """;

    private const string Delete = "DELETE FROM comments WHERE platform = @platform AND channel = @channel AND message = @message";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Comment>> OfEditionAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        var week = WeekNumber.Of(edition.Week);
        await using var context = engine.Read();
        var rows = await context.Comments.Where(c => c.Digest == edition.Digest && c.Week == week)
            .OrderByDescending(c => c.SaidAt).ThenByDescending(c => c.Message).Take(MostShown).ToListAsync(cancellationToken);
        return [.. rows.AsEnumerable().Reverse().Select(row => new Comment(
            edition, row.TouchPointId, row.Person, row.Text, UtcTicks.ToInstant(row.SaidAt), new(row.Platform, row.Channel, row.Message)))];
    }

    /// <inheritdoc />
    public void Add(Comment comment) => Stage(
        Insert,
        comment.Message,
        ("@digest", comment.Edition.Digest),
        ("@week", WeekNumber.Of(comment.Edition.Week)),
        ("@point", comment.TouchPointId),
        ("@person", comment.By),
        ("@text", comment.Text),
        ("@said", comment.At.UtcTicks));

    /// <inheritdoc />
    public void Remove(PostedMessage message) => Stage(Delete, message);

    private void Stage(string sql, PostedMessage message, params (string Name, object? Value)[] values) =>
        staged.Stage((session, cancellationToken) => session.ExecuteAsync(
            sql,
            cancellationToken,
            [("@platform", message.Platform), ("@channel", message.Channel), ("@message", message.Id), .. values]));
}
