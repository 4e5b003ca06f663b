using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Teams.Schema;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

/// <summary>The message extension <c>socialwins</c>: touch points and mentions to put into a message.</summary>
public sealed class SearchingWhileWriting
{
    [Fact]
    public async Task Offers_this_weeks_ten_before_anything_is_typed()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var found = await SearchAsync(desk, desk.Tenant.Ana, "");
        Assert.Equal(["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "10."], found.Titles.Select(title => title.Split(' ')[0]));
        var first = await AskAsync(desk, desk.Tenant.Ana.Searches("socialwins", "true", parameter: "initialRun"));
        Assert.Equal(found.Titles, first.Titles);
    }

    [Fact]
    public async Task Finds_touch_points_first_then_mentions_by_every_word_of_it()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.KeepAsync(Testimony.Of(new("app-store", "m1"), "Please show the SEAT map earlier."), Testimony.Of(new("app-store", "m2"), "A seat by the window, a map of the world."), Testimony.Of(new("app-store", "m3"), "No seats at all."));
        var found = await SearchAsync(desk, desk.Tenant.Ana, "seat map");
        Assert.Equal(3, found.Titles.Count);
        Assert.StartsWith("2. Show the seat map before payment", found.Titles[0], StringComparison.Ordinal);
        Assert.Contains(found.Titles, title => title.StartsWith("Please show the SEAT map", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Puts_cards_without_buttons_into_messages_that_strangers_may_read()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var found = await SearchAsync(desk, desk.Tenant.Ana, "");
        Assert.All(found.Cards, card => Assert.Empty(FakeCard.Buttons(card)));
        Assert.All(found.Cards, card => Assert.False(card.ContainsKey("refresh")));
    }

    [Fact]
    public async Task Turns_pages()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.KeepAsync([.. Enumerable.Range(1, 6).Select(number => Testimony.Of(new("app-store", $"m{number}"), $"Refund number {number} is late."))]);
        var (first, second, beyond) = (await PageAsync(desk, 0, 4), await PageAsync(desk, 4, 4), await PageAsync(desk, 400, 4));
        Assert.Equal(4, first.Titles.Count);
        Assert.Empty(first.Titles.Intersect(second.Titles));
        Assert.Equal("That is all.", beyond.Message);
    }

    [Fact]
    public async Task Finds_what_is_kept_close_only_where_the_edition_stands_and_for_those_it_is_for()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await CloseAsync(desk, rank: 3);
        Assert.Equal(10, (await SearchAsync(desk, desk.Tenant.Ana, "")).Titles.Count);
        Assert.Equal(9, (await SearchAsync(desk, desk.Tenant.Max, "")).Titles.Count);
        Assert.Equal(9, (await SearchAsync(desk, desk.Tenant.Ana, "", FakeTenant.Everybody)).Titles.Count);
        Assert.DoesNotContain((await SearchAsync(desk, desk.Tenant.Max, "")).Titles, title => title.StartsWith("3.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_nothing_for_guests()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var search = desk.Tenant.Ana.Searches("socialwins", "seat");
        search.Body["from"]!["userRole"] = "guest";
        Assert.StartsWith("I do not know you.", (await AskAsync(desk, search)).Message, StringComparison.Ordinal);
        search.Body["from"]!["aadObjectId"] = "99999999-9999-4999-8999-999999999999";
        Assert.StartsWith("I do not know you.", (await AskAsync(desk, search)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_when_nothing_is_found()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        Assert.Equal("Nothing says all these words. Fewer words find more.", (await SearchAsync(desk, desk.Tenant.Max, "zeppelin")).Message);
    }

    [Theory]
    [InlineData("""{"commandId":"socialwins"}""")]
    [InlineData("""{"commandId":"socialwins","parameters":{},"queryOptions":[]}""")]
    [InlineData("""{"commandId":"socialwins","parameters":[7,{"name":"query","value":["x"]}],"queryOptions":{"skip":"x","count":-4}}""")]
    [InlineData("""{"commandId":"socialwins","parameters":[],"queryOptions":{"skip":-1,"count":99999999999}}""")]
    public async Task Answers_a_client_that_says_nonsense_with_the_ten_or_some_of_them(string value)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var search = desk.Tenant.Ana.Searches("socialwins", "x");
        search.Body["value"] = JsonNode.Parse(value);
        Assert.NotEmpty((await AskAsync(desk, search)).Titles);
    }

    [Fact]
    public async Task Takes_what_is_too_long_to_search_for_as_far_as_it_goes()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        Assert.NotNull((await SearchAsync(desk, desk.Tenant.Max, string.Concat(Enumerable.Repeat("😀", 5_000)))).Message);
    }

    [Fact]
    public async Task Shows_no_markup_of_customers_in_its_list()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.KeepAsync(Testimony.Of(new("app-store", "m1"), "<b>zeppelin</b> [x](https://evil.example) <at>Ana</at>"));
        var found = await SearchAsync(desk, desk.Tenant.Max, "zeppelin");
        Assert.DoesNotMatch("[<>\\[\\]]", Assert.Single(found.Titles));
        Assert.DoesNotContain("<at>", found.Cards[0].Sent(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_nothing()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await SearchAsync(desk, desk.Tenant.Ana, "seat");
        Assert.Empty(await desk.Room.PendingAsync());
        Assert.Empty(await desk.Room.AuditAsync());
    }

    private static Task<Found> SearchAsync(TeamsDesk desk, FakeColleague by, string words, string place = FakeTenant.Executives) =>
        AskAsync(desk, by.Searches("socialwins", words, place: place));

    private static async Task<Found> PageAsync(TeamsDesk desk, int skip, int count)
    {
        var search = desk.Tenant.Ana.Searches("socialwins", "refund");
        search.Body["value"]!["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count };
        return await AskAsync(desk, search);
    }

    private static async Task<Found> AskAsync(TeamsDesk desk, FakeActivity search) => new(await desk.AnswersAsync(search));

    private static async Task CloseAsync(TeamsDesk desk, int rank)
    {
        var latest = (await desk.Room.Store.ReadAsync<IEditionStore, Edition?>(store => store.FindAsync(new("weekly", Editions.Week), default)))!;
        await desk.KeepAsync(latest with { Version = latest.Version + 1, TouchPoints = [.. latest.TouchPoints.Select(point => point.Rank == rank ? point with { Department = "Legal" } : point)] });
    }

    private sealed record Found(InvokeResponse Answer)
    {
        private JsonObject Extension => Answer.Body!["composeExtension"]!.AsObject();

        private IEnumerable<JsonObject> Attachments => Extension["attachments"]?.AsArray().Select(attachment => attachment!.AsObject()) ?? [];

        public string? Message => Extension.Text("type") == "message" ? Extension.Text("text") : null;

        public IReadOnlyList<string> Titles => [.. Attachments.Select(attachment => attachment["preview"]!["content"]!["title"]!.GetValue<string>())];

        public IReadOnlyList<JsonObject> Cards => [.. Attachments.Select(attachment => attachment["content"]!.AsObject())];
    }
}
