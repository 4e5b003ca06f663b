using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Contracts;

/// <summary>Reactions to our messages and comments below them: what every store of them does.</summary>
public abstract class MessageRecordsContract : StoreContract
{
    private static readonly PostedMessage Message = new("teams", "19:exec@thread.tacv2", "1795339200000");
    private static readonly KnownReaction Eyes = new(Message, "U1", "👀", ReactionState.Given, "2026-11-16T08:00:00.000Z");
    private static readonly Comment Said = new(Key, "tp1", "teams:ana", Hostile, Monday, Message with { Id = "2" });

    [StoreFact]
    public async Task Knows_the_newest_of_each_persons_each_emoji_on_a_message()
    {
        var taken = Eyes with { State = ReactionState.Gone, Stamp = "2026-11-16T08:00:01.000Z" };
        var others = Eyes with { Person = "U2" };
        var custom = Eyes with { Emoji = ":acme:", State = ReactionState.Refused };
        foreach (var reaction in new[] { Eyes, others, custom, taken, Eyes with { Message = Message with { Id = "another" } } })
            await Store.CommitAsync(s => s.GetRequiredService<IReactions>().Save(reaction));
        await Store.RestartAsync();

        var known = await Store.ReadAsync((IReactions reactions) => reactions.OnMessageAsync(Message, None));
        Assert.Equal(new HashSet<KnownReaction> { taken, others, custom }, known.ToHashSet());
    }

    [StoreFact]
    public async Task Does_not_believe_what_is_no_newer_than_what_it_knows()
    {
        await Store.CommitAsync(s => s.GetRequiredService<IReactions>().Save(Eyes));
        foreach (var stamp in new[] { Eyes.Stamp, "2026-11-16T07:59:59.000Z" })
        {
            await Assert.ThrowsAsync<ConcurrentChangeException>(() => Store.CommitAsync(s =>
                s.GetRequiredService<IReactions>().Save(Eyes with { State = ReactionState.Gone, Stamp = stamp })));
        }
        Assert.Equal(Eyes, Assert.Single(await Store.ReadAsync((IReactions reactions) => reactions.OnMessageAsync(Message, None))));
    }

    [StoreFact]
    public async Task Keeps_each_comment_once_oldest_first()
    {
        var later = Said with { By = "teams:ben", At = Monday.AddHours(1), Message = Message with { Id = "3" } };
        foreach (var comment in new[] { later, Said, Said with { Text = "the same message again" }, Said with { Edition = Key with { Digest = "other" }, Message = Message with { Id = "4" } } })
            await Store.CommitAsync(s => s.GetRequiredService<IComments>().Add(comment));
        await Store.RestartAsync();

        Assert.Equal([Said, later], await Store.ReadAsync((IComments comments) => comments.OfEditionAsync(Key, None)));
    }

    [StoreFact]
    public async Task Takes_a_comment_away_with_its_message_and_no_other()
    {
        var kept = Said with { Message = Message with { Channel = "19:other@thread.tacv2", Id = "2" } };
        await Store.CommitAsync(s => { s.GetRequiredService<IComments>().Add(Said); s.GetRequiredService<IComments>().Add(kept); });
        await Store.CommitAsync(s => { s.GetRequiredService<IComments>().Remove(Said.Message); s.GetRequiredService<IComments>().Remove(Message with { Id = "404" }); });

        Assert.Equal(kept, Assert.Single(await Store.ReadAsync((IComments comments) => comments.OfEditionAsync(Key, None))));
    }
}
