using DigestBot.Core.Understanding.Learning;
using DigestBot.Core.Understanding.OwnModels;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>What was learned from corrections: what every store of it does.</summary>
public abstract class OwnModelsContract : StoreContract
{
    private static readonly OwnModel Kind = new(ReadingTask.Kind, Monday, Monday.AddDays(-1), new("macro F1", 0.8125, 0.5, 214), [1, 0, 255]);

    private IOwnModels Models => Store.Services.GetRequiredService<IOwnModels>();

    [StoreFact]
    public async Task Has_nothing_before_something_was_learned()
    {
        Assert.Null(await Models.NewestAsync(None));
        Assert.Empty(await Models.AllAsync(None));
    }

    [StoreFact]
    public async Task Keeps_one_model_a_task_with_its_figures_over_a_restart()
    {
        await Models.KeepAsync([Kind with { LearnedAt = Monday.AddDays(-2), Content = null }], None);
        await Models.KeepAsync([Kind, Kind with { Task = ReadingTask.Sentiment, Content = null }], None);
        await Store.RestartAsync();
        var kept = await Models.AllAsync(None);
        Assert.Equal([(ReadingTask.Kind, true), (ReadingTask.Sentiment, false)], kept.Select(model => (model.Task, model.IsUsed)));
        Assert.Equal((Kind.Figures, Kind.Through, Monday), (kept[0].Figures, kept[0].Through, await Models.NewestAsync(None)));
        Assert.Equal(Kind.Content, kept[0].Content);
    }

    [StoreFact]
    public async Task Believes_the_process_that_learned_last_whichever_is_done_first()
    {
        await Models.KeepAsync([Kind], None);
        await Models.KeepAsync([Kind with { LearnedAt = Monday.AddMinutes(-1), Content = [7] }], None);
        Assert.Equal(Kind.Content, Assert.Single(await Models.AllAsync(None)).Content);
    }
}
