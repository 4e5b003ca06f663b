using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams.Manifest;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.EndToEnd;

/// <summary>The real program in Microsoft's own Playground, its check of tokens on: what a company sees from the first start on.</summary>
public sealed class ThePlayground
{
    [ClientsFact]
    public async Task Shows_the_edition_and_what_people_do_with_it()
    {
        await using var company = await CompanyInPlayground.OpenAsync();
        var edition = await company.EditionAsync();
        Assert.Equal(11, edition.Count);
        Assert.Equal(10, edition.Count(post => post.IsReply && post.Thread == edition[0].Id));

        var suggestion = Numbered(edition, "Suggestion");
        var act = await company.PressAsync(suggestion, "Act on this");
        Assert.Contains("Please write something.", FakeCard.Reads(Card(await company.SubmitAsync(act, suggestion))!), StringComparison.Ordinal);
        await company.SubmitAsync(act, suggestion, ("measure", "hostels that rent for their guests"));
        await company.ShowsAsync(suggestion, "hostels that rent for their guests");

        var other = Numbered(edition, "Issue");
        await company.SubmitAsync(await company.PressAsync(other, "Assign"), other, ("owner", FakeTenant.ObjectIdOf("ben")));
        await company.ShowsAsync(other, "Ben Okafor");

        var issue = Numbered(edition, "Issue", at: 1);
        await company.ReactAsync(issue, "like", isAdded: true);
        await company.ShowsAsync(issue, "Ana Castillo owns this");
        await company.ReactAsync(issue, "like", isAdded: false);
        await company.ShowsAsync(issue, "Ana Castillo", isThere: false);

        var headline = CompanyInPlayground.FirstIssue(edition);
        Assert.Contains(headline, (await company.SayAsync("socialwins issues")).Reads, StringComparison.Ordinal);
        var found = await company.InvokeAsync("composeExtension/query", new()
        {
            ["commandId"] = TeamsManifest.Search,
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = headline.Split(' ', ':', ',').MaxBy(word => word.Length) }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        });
        Assert.Contains(headline, FakeCard.Reads(found!.AsObject()), StringComparison.Ordinal);
    }

    private static FakePost Numbered(IReadOnlyList<FakePost> edition, string kind, int at = 0) =>
        edition.Where(post => post.IsReply && post.Reads.Split('\n').Any(line => line.EndsWith($" · {kind}", StringComparison.Ordinal))).ElementAt(at);

    private static JsonObject? Card(JsonNode? answer) => answer?["task"]?["value"]?["card"]?["content"]?.AsObject();
}
