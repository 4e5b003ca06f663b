using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>The newest of each reaction. Written as one statement, so that of two at once the newer stays whoever comes first.</summary>
internal sealed class Reactions(StorageEngine engine, StagedChanges staged) : IReactions
{
    private const string Newest =
        """
        INSERT INTO reactions (platform, channel, message, person, emoji, state, stamp)
        VALUES (@platform, @channel, @message, @person, @emoji, @state, @stamp)
        ON CONFLICT (platform, channel, message, person, emoji) DO UPDATE SET state = excluded.state, stamp = excluded.stamp
        WHERE reactions.stamp < excluded.stamp
        """;

    /// <inheritdoc />
    public async Task<IReadOnlyList<KnownReaction>> OnMessageAsync(PostedMessage message, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Reactions
            .Where(r => r.Platform == message.Platform && r.Channel == message.Channel && r.Message == message.Id)
            .OrderBy(r => r.Person).ThenBy(r => r.Emoji).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new KnownReaction(message, row.Person, row.Emoji, row.State, row.Stamp))];
    }

    /// <inheritdoc />
    public void Save(KnownReaction reaction) => staged.Stage(async (session, cancellationToken) =>
    {
        var written = await session.ExecuteAsync(
            Newest,
            cancellationToken,
            ("@platform", reaction.Message.Platform),
            ("@channel", reaction.Message.Channel),
            ("@message", reaction.Message.Id),
            ("@person", reaction.Person),
            ("@emoji", reaction.Emoji),
            ("@state", (int)reaction.State),
            ("@stamp", reaction.Stamp));
        if (written == 0)
            throw new ConcurrentChangeException("Something newer is known of the reaction.");
    });
}
