using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Kudos, audit and teachings: what every store of them does.</summary>
public abstract class SmallRecordsContract : StoreContract
{
    [StoreFact]
    public async Task Keeps_one_thanks_a_person_and_touch_point()
    {
        var thanks = new Kudos(Key, "tp1", "terminal:ana", Monday);
        var other = new Kudos(Key, "tp1", "terminal:ben", Monday.AddTicks(-1));
        await ThankAsync(kudos => { kudos.Add(thanks); kudos.Add(thanks with { At = Monday.AddDays(1) }); });
        await ThankAsync(kudos => { kudos.Add(thanks with { At = Monday.AddDays(2) }); kudos.Add(other); });
        await ThankAsync(kudos => kudos.Add(thanks with { TouchPointId = "tp9", Edition = Key with { Week = Week.Next } }));
        Assert.Equal([other, thanks], await Store.ReadAsync((IKudosStore kudos) => kudos.OfEditionAsync(Key, None)));
    }

    [StoreFact]
    public async Task Takes_thanks_back_and_does_nothing_where_there_are_none()
    {
        await ThankAsync(kudos => kudos.Add(new(Key, "tp1", "terminal:ana", Monday)));
        await ThankAsync(kudos => { kudos.Remove("tp1", "terminal:ben"); kudos.Remove("' OR 1=1 --", "terminal:ana"); });
        Assert.Single(await Store.ReadAsync((IKudosStore kudos) => kudos.OfEditionAsync(Key, None)));
        await ThankAsync(kudos => kudos.Remove("tp1", "terminal:ana"));
        Assert.Empty(await Store.ReadAsync((IKudosStore kudos) => kudos.OfEditionAsync(Key, None)));
    }

    [StoreFact]
    public async Task Knows_what_a_person_has_done_a_verb_to_each_subject_once()
    {
        var line = new AuditLine(Monday, "terminal:ana", "raw", "weekly/2026-W46", "done", "button");
        foreach (var kept in new[] { line, line, line with { Subject = "weekly/2026-W47" }, line with { By = "terminal:ben", Subject = "other" }, line with { Verb = "digest", Subject = "other" }, line with { Subject = "other", Result = "refused: not found" }, line with { Subject = null } })
            await Store.CommitAsync(s => s.GetRequiredService<IAuditLog>().Append(kept));
        var subjects = await Store.ReadAsync((IAuditLog audit) => audit.SubjectsAsync("terminal:ana", "raw", None));
        Assert.Equal(["weekly/2026-W46", "weekly/2026-W47"], subjects.Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task Keeps_every_audit_line_newest_first()
    {
        var lines = Enumerable.Range(0, 5)
            .Select(i => new AuditLine(Monday, "terminal:ana", "pick", i == 0 ? null : $"{i}", i == 1 ? Hostile : "done", "command")).ToList();
        foreach (var line in lines)
            await Store.CommitAsync(s => s.GetRequiredService<IAuditLog>().Append(line));
        await Store.RestartAsync();
        Assert.Equal(lines.AsEnumerable().Reverse(), await Store.ReadAsync((IAuditLog audit) => audit.NewestAsync(10, None)));
        Assert.Equal(lines[4], Assert.Single(await Store.ReadAsync((IAuditLog audit) => audit.NewestAsync(1, None))));
    }

    [StoreFact]
    public async Task Keeps_the_first_answer_to_a_question_until_it_is_old()
    {
        var answers = Store.Services.GetRequiredService<IModelAnswers>();
        await answers.KeepAsync("k1", Hostile, Monday, None);
        await answers.KeepAsync("k1", "later", Monday.AddDays(1), None);
        await answers.KeepAsync("k2", "yes\0", Monday.AddDays(2), None);
        await Store.RestartAsync();
        answers = Store.Services.GetRequiredService<IModelAnswers>();
        Assert.Equal(Hostile, await answers.FindAsync("k1", None));
        Assert.Null(await answers.FindAsync("' OR 1=1 --", None));
        Assert.Equal(1, await answers.ForgetAsync(Monday.AddDays(2), None));
        Assert.Null(await answers.FindAsync("k1", None));
        Assert.NotNull(await answers.FindAsync("k2", None));
    }

    [StoreFact]
    public async Task Forgets_what_was_written_of_customers_words_when_an_author_is_forgotten()
    {
        var answers = Store.Services.GetRequiredService<IModelAnswers>();
        await answers.KeepAsync("k1", "Ann lost her bag", Monday, None);
        await Store.Services.GetRequiredService<IMentionStore>().ForgetAuthorAsync("ann", null, None);
        Assert.Null(await answers.FindAsync("k1", None));
    }

    [StoreFact]
    public async Task Keeps_what_each_person_last_thought_of_a_story()
    {
        await TeachAsync(t => t.Add("weekly", "terminal:ana", new("issue:a", -1, Monday)));
        await TeachAsync(t => t.Add("weekly", "terminal:ben", new("issue:a", 1, Monday.AddDays(1))));
        await TeachAsync(t => t.Add("weekly", "terminal:ana", new("issue:a", 0.5, Monday.AddDays(2))));
        await TeachAsync(t => t.Add("weekly", "terminal:ana", new("issue:b", 1, Monday.AddDays(-1))));
        await TeachAsync(t => t.Add("other", "terminal:ana", new("issue:a", 1, Monday)));
        Assert.Equal([new("issue:a", 1, Monday.AddDays(1)), new("issue:a", 0.5, Monday.AddDays(2))], await FeedbackAsync(Monday));
        await TeachAsync(t => { t.Remove("weekly", "terminal:ben", "issue:a"); t.Remove("weekly", "nobody", "issue:a"); });
        Assert.Equal([new("issue:b", 1, Monday.AddDays(-1)), new("issue:a", 0.5, Monday.AddDays(2))], await FeedbackAsync(Monday.AddDays(-1)));
    }

    [StoreFact]
    public async Task Keeps_why_a_story_was_not_useful_until_the_person_says_otherwise()
    {
        await TeachAsync(t => t.Add("weekly", "terminal:ana", new("issue:a", -1, Monday) { Reason = Hostile }));
        Assert.Equal(Hostile, Assert.Single(await FeedbackAsync(Monday)).Reason);
        await TeachAsync(t => t.Add("weekly", "terminal:ana", new("issue:a", 1, Monday)));
        Assert.Null(Assert.Single(await FeedbackAsync(Monday)).Reason);
    }

    [StoreFact]
    public async Task Imports_customers_over_those_it_has()
    {
        Assert.Equal(2, await ImportAsync(new("ann", "Ann Ltd", "gold"), new("bob", "Bob AG", "key")));
        Assert.Equal(3, await ImportAsync(new("bob", Hostile, "gold"), new("cleo", "Cleo SA", "key"), new("cleo", "Cleo SA", "lost")));
        var customers = await Store.ReadAsync((ITeachings teachings) => teachings.CustomersAsync(None));
        Assert.Equal([new("ann", "Ann Ltd", "gold"), new("bob", Hostile, "gold"), new("cleo", "Cleo SA", "lost")], customers);
    }

    private Task ThankAsync(Action<IKudosStore> change) => Store.CommitAsync(s => change(s.GetRequiredService<IKudosStore>()));

    private Task TeachAsync(Action<ITeachings> change) => Store.CommitAsync(s => change(s.GetRequiredService<ITeachings>()));

    private Task<IReadOnlyList<Feedback>> FeedbackAsync(DateTimeOffset since) =>
        Store.ReadAsync((ITeachings teachings) => teachings.FeedbackAsync("weekly", since, None));

    private Task<int> ImportAsync(params Customer[] customers) =>
        Store.ReadAsync((ITeachings teachings) => teachings.ImportCustomersAsync(customers, None));
}
