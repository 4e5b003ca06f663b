using DigestBot.Core.Platforms;
using Microsoft.EntityFrameworkCore;

namespace DigestBot.Storage.Records;

/// <summary>How places are reached. Written as single statements, so that two who learn of the same place at once never refuse each other.</summary>
internal sealed class Conversations(StorageEngine engine, StagedChanges staged) : IConversations
{
    private const string Learned =
        """
        INSERT INTO conversations (platform, place, workspace, kind, service, conversation, member, team, name, is_installed)
        VALUES (@platform, @place, @workspace, @kind, @service, @conversation, @member, @team, @name, @installed)
        ON CONFLICT (platform, place) DO UPDATE SET kind = excluded.kind, service = excluded.service,
            conversation = COALESCE(excluded.conversation, conversations.conversation),
            member = COALESCE(excluded.member, conversations.member),
            team = COALESCE(excluded.team, conversations.team),
            name = CASE WHEN excluded.name = '' THEN conversations.name ELSE excluded.name END,
            is_installed = (conversations.is_installed OR excluded.is_installed)
        """;

    private const string Found = "UPDATE conversations SET unreachable_since = NULL, obstacle = NULL WHERE platform = @platform AND place = @place";

    private const string Missing =
        """
        UPDATE conversations SET unreachable_since = COALESCE(unreachable_since, @since), obstacle = @obstacle
        WHERE platform = @platform AND place = @place
        """;

    /// <inheritdoc />
    public async Task<KnownConversation?> FindAsync(string platform, string place, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var row = await context.Conversations.FirstOrDefaultAsync(c => c.Platform == platform && c.Place == place, cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<KnownConversation>> OfWorkspaceAsync(string platform, string workspace, CancellationToken cancellationToken)
    {
        await using var context = engine.Read();
        var rows = await context.Conversations.Where(c => c.Platform == platform && c.Workspace == workspace)
            .OrderBy(c => c.Place).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc />
    public void Note(KnownConversation conversation) => Stage(
        Learned,
        ("@platform", conversation.Platform),
        ("@place", conversation.Place),
        ("@workspace", conversation.Workspace),
        ("@kind", (int)conversation.Kind),
        ("@service", conversation.Service),
        ("@conversation", conversation.Conversation),
        ("@member", conversation.Member),
        ("@team", conversation.Team),
        ("@name", conversation.Name),
        ("@installed", conversation.IsInstalled));

    /// <inheritdoc />
    public void Reached(string platform, string place) => Stage(Found, ("@platform", platform), ("@place", place));

    /// <inheritdoc />
    public void Lost(string platform, string place, DateTimeOffset since, string obstacle) =>
        Stage(Missing, ("@platform", platform), ("@place", place), ("@since", since.UtcTicks), ("@obstacle", obstacle));

    /// <inheritdoc />
    public Task<int> ForgetAsync(string platform, DateTimeOffset lostBefore, CancellationToken cancellationToken)
    {
        var before = lostBefore.UtcTicks;
        return engine.WriteAsync(
            WriteLane.Normal,
            session => session.Context.Conversations.Where(c => c.Platform == platform && c.UnreachableSince < before).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }

    private void Stage(string sql, params (string Name, object? Value)[] values) =>
        staged.Stage((session, cancellationToken) => session.ExecuteAsync(sql, cancellationToken, values));

    private static KnownConversation Read(ConversationRow row) => new()
    {
        Platform = row.Platform,
        Workspace = row.Workspace,
        Place = row.Place,
        Kind = row.Kind,
        Service = row.Service,
        Conversation = row.Conversation,
        Member = row.Member,
        Team = row.Team,
        Name = row.Name,
        IsInstalled = row.IsInstalled,
        UnreachableSince = UtcTicks.ToInstant(row.UnreachableSince),
        Obstacle = row.Obstacle,
    };
}
