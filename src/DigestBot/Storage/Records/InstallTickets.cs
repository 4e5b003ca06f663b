using DigestBot.Core.Platforms;

namespace DigestBot.Storage.Records;

/// <summary>Tickets of installations under way. Using one up is one statement, so that of two who try only one succeeds.</summary>
internal sealed class InstallTickets(StorageEngine engine) : IInstallTickets
{
    private const string Lapsed = "DELETE FROM install_tickets WHERE valid_until <= @now";
    private const string Issued = "INSERT INTO install_tickets (ticket, holder, valid_until) VALUES (@ticket, @holder, @until)";
    private const string Used = "DELETE FROM install_tickets WHERE ticket = @ticket AND holder = @holder AND valid_until > @now";

    /// <inheritdoc />
    public Task IssueAsync(string ticket, string holder, DateTimeOffset now, TimeSpan validFor, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            WriteLane.Normal,
            async session =>
            {
                await session.ExecuteAsync(Lapsed, cancellationToken, ("@now", now.UtcTicks));
                return await session.ExecuteAsync(
                    Issued, cancellationToken, ("@ticket", ticket), ("@holder", holder), ("@until", (now + validFor).UtcTicks));
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> RedeemAsync(string ticket, string holder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = await engine.WriteAsync(
            WriteLane.Normal,
            session => session.ExecuteAsync(Used, cancellationToken, ("@ticket", ticket), ("@holder", holder), ("@now", now.UtcTicks)),
            cancellationToken);
        return used == 1;
    }
}
