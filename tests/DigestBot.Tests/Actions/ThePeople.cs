using DigestBot.Core.Actions;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Actions;

/// <summary>Who is meant by what somebody typed.</summary>
public sealed class ThePeople
{
    private static readonly ConfiguredPeople People = new(
    [
        new("terminal:ana", "Ana Castillo", "Europe/Madrid", Roles.Executive),
        new("terminal:mei", "Mei Tanaka", "Europe/Berlin", Roles.Curator | Roles.Admin),
        new("slack:U1", "Jonas Weber", "Europe/Berlin", Roles.Anyone),
        new("slack:U2", "Jonas Klein", "Europe/Berlin", Roles.Anyone),
        new("eve@acme.example", "Eve", "UTC", Roles.Anyone),
    ]);

    [Theory]
    [InlineData("@ana", "terminal:ana")]
    [InlineData("ANA", "terminal:ana")]
    [InlineData("Ana Castillo", "terminal:ana")]
    [InlineData("terminal:ana", "terminal:ana")]
    [InlineData("@jonas.weber", "slack:U1")]
    [InlineData("U2", "slack:U2")]
    [InlineData("eve@acme.example", "eve@acme.example")]
    [InlineData("@jonas", null)] // there are two
    [InlineData("", null)]
    [InlineData("@", null)]
    [InlineData("nobody", null)]
    public async Task Are_found_by_what_is_typed_or_not_at_all(string typed, string? id) =>
        Assert.Equal(id, (await People.NamedAsync(typed, circle: null, default))?.Id);

    [Fact]
    public async Task Are_found_by_role() =>
        Assert.Equal(["terminal:mei"], (await People.WithRoleAsync(Roles.Curator, default)).Select(person => person.Id));

    [Fact]
    public void Are_reached_on_the_platform_of_their_id()
    {
        Assert.Equal(("fake", "ana"), (Cast.Ana.Platform, Cast.Ana.Channel));
        Assert.Equal(("email", "eve@acme.example"), (People.All[^1].Platform, People.All[^1].Channel));
    }

    [Fact]
    public void Are_whoever_installed_it_while_nobody_is_named() =>
        Assert.Equal(Roles.Executive | Roles.Curator | Roles.Admin, Assert.Single(new ConfiguredPeople([]).All).Roles);
}
