using DigestBot.Core.Editions;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Composing;

public sealed class TheLifeOfAnEdition
{
    private static readonly Edition Draft = Desk.Compose(Told.Story("late flights", 3));

    [Theory]
    [InlineData(EditionState.Draft, "approve", EditionState.Approved)]
    [InlineData(EditionState.Draft, "publish", EditionState.Published)]
    [InlineData(EditionState.Draft, "skip", EditionState.Skipped)]
    [InlineData(EditionState.Approved, "publish", EditionState.Published)]
    [InlineData(EditionState.Approved, "skip", EditionState.Skipped)]
    [InlineData(EditionState.Published, "close", EditionState.Closed)]
    public void Goes_forward(EditionState from, string act, EditionState to)
    {
        var after = Act(Draft with { State = from }, act).Edition!;

        Assert.Equal(to, after.State);
        Assert.Equal(Draft.Version + 1, after.Version);
    }

    [Theory]
    [InlineData(EditionState.Approved, "approve", CurationRefusal.AlreadySo)]
    [InlineData(EditionState.Published, "approve", CurationRefusal.WrongState)]
    [InlineData(EditionState.Published, "publish", CurationRefusal.WrongState)]
    [InlineData(EditionState.Published, "skip", CurationRefusal.WrongState)]
    [InlineData(EditionState.Skipped, "publish", CurationRefusal.WrongState)]
    [InlineData(EditionState.Skipped, "skip", CurationRefusal.AlreadySo)]
    [InlineData(EditionState.Closed, "publish", CurationRefusal.WrongState)]
    [InlineData(EditionState.Draft, "close", CurationRefusal.WrongState)]
    public void Never_goes_back_or_twice(EditionState from, string act, CurationRefusal refusal) =>
        Assert.Equal(refusal, Act(Draft with { State = from }, act).Refusal);

    [Fact]
    public void Remembers_when_it_went_out() =>
        Assert.Equal(TimeSpan.Zero, Draft.Publish(new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(1))).Edition!.PublishedAt!.Value.Offset);

    private static EditionChange Act(Edition edition, string act) => act switch
    {
        "approve" => edition.Approve(),
        "publish" => edition.Publish(Told.Monday),
        "skip" => edition.Skip(),
        _ => edition.Close(),
    };
}
