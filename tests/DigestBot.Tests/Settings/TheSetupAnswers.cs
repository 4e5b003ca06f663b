using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Settings;
using DigestBot.Settings.Setup;

namespace DigestBot.Tests.Settings;

/// <summary>What the answers of the set-up mean in a company that has more than one platform.</summary>
public sealed class TheSetupAnswers
{
    private static readonly Digest OnSlack = new()
    {
        Name = "weekly",
        Brand = new("Acme Air"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        Audiences = [new("executives", "slack", "C0EXEC")],
        Curators = new("curators", "slack", "C0CURATE"),
    };

    [Fact]
    public void Add_a_channel_of_the_second_platform_to_that_of_the_first()
    {
        var setup = Answered("teams", "19:exec@thread.tacv2", curators: null, OnSlack);
        Assert.Equal([("executives", "slack", "C0EXEC")], setup.Elsewhere.Select(Told));
        Assert.Equal(("executives-teams", "teams", "19:exec@thread.tacv2"), Told(setup.Audience));
        Assert.Equal(("curators", "slack", "C0CURATE"), Told(setup.Curators!));
        var places = setup.Over([])["Digests"]!["0"]!["Audiences"]!.AsArray().Select(place => place!["Channel"]!.GetValue<string>());
        Assert.Equal(["C0EXEC", "19:exec@thread.tacv2"], places);
    }

    [Fact]
    public void Move_the_draft_to_where_curators_were_said_to_be()
    {
        var setup = Answered("teams", "19:exec@thread.tacv2", curators: "19:curate@thread.tacv2", OnSlack);
        Assert.Equal(("curators", "teams", "19:curate@thread.tacv2"), Told(setup.Curators!));
    }

    [Fact]
    public void Replace_the_channel_of_the_same_platform()
    {
        var both = OnSlack with { Audiences = [new("executives", "slack", "C0EXEC"), new("executives-teams", "teams", "19:old@thread.tacv2")] };
        var setup = Answered("teams", "19:new@thread.tacv2", curators: null, both);
        Assert.Equal([("executives", "slack", "C0EXEC")], setup.Elsewhere.Select(Told));
        Assert.Equal(("executives-teams", "teams", "19:new@thread.tacv2"), Told(setup.Audience));
        Assert.Equal(("executives", "slack", "C0NEW"), Told(Answered("slack", "C0NEW", curators: null, both).Audience));
    }

    [Fact]
    public void Give_another_tenant_a_digest_of_its_own_and_nothing_of_the_first()
    {
        var setup = Answered("teams", "T02/19:exec@thread.tacv2", curators: null, OnSlack, at: "T02/");
        Assert.Equal(("T02", "weekly-t02"), (setup.Key, setup.Name));
        Assert.Empty(setup.Elsewhere);
        Assert.Null(setup.Curators);
    }

    [Fact]
    public void Take_nothing_over_from_the_sample() =>
        Assert.Empty(Answered("teams", "19:exec@thread.tacv2", curators: null, OnSlack with { IsSample = true }).Elsewhere);

    private static ChatSetup Answered(string platform, string channel, string? curators, Digest current, string at = "")
    {
        var values = new FormValues(
        [
            ("brand", "Acme Air"), ("channel", $"{platform}:{channel}"), ("curators", curators is null ? null : $"{platform}:{curators}"),
            ("day", "Monday"), ("time", "08:00"), ("zone", "Europe/Paris"),
        ]);
        Assert.Empty(FormField.Faults(SetupAnswers.Asked(forBrand: true), values, DateOnly.MinValue));
        return SetupAnswers.Settings(new(values, "", new($"{platform}:ana", "Ana", "UTC", Roles.Admin), new(platform, at), null!, new([current])), asksForBrand: true);
    }

    private static (string, string, string) Told(AudienceOptions place) => (place.Name, place.Platform, place.Channel);
}
