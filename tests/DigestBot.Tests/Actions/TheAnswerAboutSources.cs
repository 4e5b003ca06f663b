using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Core.Understanding.OwnModels;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Actions;

public sealed class TheAnswerAboutSources
{
    [Fact]
    public async Task Tells_curators_what_their_corrections_have_taught()
    {
        await using var room = await Room.OpenAsync();
        await room.Store.Services.GetRequiredService<IMentionStore>().SaveAsync("social", new ReadPage([Told.Mention("1", "Nice crew")], null), default);
        var models = room.Store.Services.GetRequiredService<IOwnModels>();
        var learned = new OwnModel(ReadingTask.Kind, room.Clock.GetUtcNow(), room.Clock.GetUtcNow(), new("macro F1", 0.81, 0.74, 214), [1]);
        await models.KeepAsync([learned, learned with { Task = ReadingTask.Sentiment, Content = null }], default);
        Assert.EndsWith(
            "Reads kinds with this workspace's own model: 0.81 against 0.74 shipped, learned from 214 corrections.",
            (await room.SaysAsync(Cast.All[0], "sources")).Text, StringComparison.Ordinal);
    }
}
