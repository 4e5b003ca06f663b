using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Contracts;

/// <summary>What the dispatcher relies on; every chat platform passes it.</summary>
public abstract class ChatPlatformContract
{
    private static readonly EditionCard Card = Editions.Ordinary();

    /// <summary>A platform on which nothing stands yet.</summary>
    private protected abstract IChatPlatform Platform { get; }

    /// <summary>A channel that it can post to.</summary>
    private protected virtual string Channel => "C-executives";

    /// <summary>Whether it can be asked what stands; where it cannot, it must say so and nothing else.</summary>
    private protected virtual bool CanTell => true;

    [Fact]
    public async Task Gives_every_message_a_place_of_its_own_in_its_channel()
    {
        var first = await PostAsync(First());
        var second = await PostAsync(Point(1, first));

        Assert.Equal((Platform.Name, Channel), (first.Platform, first.Channel));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Finds_what_stands_by_its_key()
    {
        var first = await PostAsync(First());
        var point = await PostAsync(Point(3, first));

        await StandsAsync(first, First(), null);
        await StandsAsync(point, Point(3, first), first);
    }

    [Fact]
    public async Task Says_that_something_does_not_stand()
    {
        var first = await PostAsync(First());

        var absent = CanTell ? typeof(LookUp.Absent) : typeof(LookUp.CannotTell);
        Assert.IsType(absent, await FindAsync(Point(4, first), first));
        Assert.IsType(absent, await Platform.FindAsync(First().Key, "C-another", null, default));
    }

    [Fact]
    public async Task Changes_in_place_however_often()
    {
        var first = await PostAsync(First());
        var changed = First() with { Content = new EditionContent(Editions.Corrected()) };

        Assert.Equal(new SendResult.Sent(first), await Platform.UpdateAsync(first, changed, default));
        Assert.Equal(new SendResult.Sent(first), await Platform.UpdateAsync(first, changed, default));
        await StandsAsync(first, First(), null);
    }

    [Fact]
    public async Task Refuses_to_change_what_does_not_stand() => Assert.IsType<SendResult.Refused>(
        await Platform.UpdateAsync(new(Platform.Name, Channel, "404"), First(), default));

    [Fact]
    public async Task Shows_every_kind_of_content_also_when_customers_wrote_the_worst()
    {
        var worst = WorstEdition.Card();
        MessageContent[] contents =
        [
            new EditionContent(worst), new TouchPointContent(worst, 1), new DraftContent(worst),
            new TextContent("\u001b[2J<!channel> | %7C\r\n{\"id\":\"1\"}\0", [new("stands", "It is there", "a|b")]),
        ];
        foreach (var (content, number) in contents.Select((content, number) => (content, number)))
        {
            var message = First() with { Content = content, Key = First().Key with { Part = $"{number}|%" } };
            await StandsAsync(await PostAsync(message), message, null);
        }
    }

    private protected OutgoingMessage First() => new(Key("0"), Channel, new EditionContent(Card), null);

    private protected OutgoingMessage Point(int rank, PostedMessage first) =>
        new(Key($"{rank}"), Channel, new TouchPointContent(Card, rank), first);

    private static DeliveryKey Key(string part) => new(DeliveryPurpose.Edition, "weekly", Editions.Week, "executives", part);

    private async Task<PostedMessage> PostAsync(OutgoingMessage message) =>
        Assert.IsType<SendResult.Sent>(await Platform.PostAsync(message, default)).Message;

    private Task<LookUp> FindAsync(OutgoingMessage message, PostedMessage? thread) =>
        Platform.FindAsync(message.Key, message.Channel, thread, default);

    private async Task StandsAsync(PostedMessage posted, OutgoingMessage message, PostedMessage? thread) =>
        Assert.Equal(CanTell ? new LookUp.Found(posted) : new LookUp.CannotTell(), await FindAsync(message, thread));
}

public sealed class TheFakePlatform : ChatPlatformContract
{
    private readonly FakePlatform _platform = new();

    private protected override IChatPlatform Platform => _platform;
}
