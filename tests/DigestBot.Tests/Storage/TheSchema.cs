using DigestBot.Core.Actions;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Storage;

public sealed class TheSchema
{
    [Fact]
    public async Task Is_there_at_the_first_start_and_still_at_the_second()
    {
        var line = new AuditLine(DateTimeOffset.UnixEpoch, "terminal:ana", "pick", "tp1", "done", "command");
        await using var store = await TestStore.CreateAsync();
        await store.CommitAsync(s => s.GetRequiredService<IAuditLog>().Append(line));
        await store.RestartAsync();
        Assert.Equal([line], await store.ReadAsync((IAuditLog log) => log.NewestAsync(10, CancellationToken.None)));
    }
}
