using System.Net;
using System.Text;
using DigestBot.Console.Acting;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Console;

/// <summary>Acting from the page, over real HTTP on loopback, on a real store: number 1 is an issue, 2 a suggestion, 4 a win.</summary>
public sealed class ActingOnThePage
{
    private const string Week = "/editions/weekly/2026-W46";

    [Fact]
    public async Task An_executive_picks_a_suggestion_and_everybody_sees_it()
    {
        await using var site = await PublishedAsync();
        var answer = await PressAsync(site, Cast.Ana, "tp2", "Act on this", ("words", "bookings completed up"), ("who", Cast.Eve.Id), ("due", "friday"));
        Assert.Contains("Ana picked number 2", answer, StringComparison.Ordinal);
        Assert.Contains("<details id=\"tp2\" open=\"open\">", answer, StringComparison.Ordinal);
        var seen = await PageAsync(site, As(Cast.Ben));
        Assert.Contains("Picked by Ana for Eve", seen, StringComparison.Ordinal);
        Assert.Contains("bookings completed up · due 27 November", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana picked number 2", seen, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 27), (await site.OpenAsync()).Single().Due);
    }

    [Fact]
    public async Task An_issue_is_given_to_somebody_who_then_closes_it()
    {
        await using var site = await PublishedAsync();
        await PressAsync(site, Cast.Ana, "tp1", "Assign", ("who", Cast.Dev.Id), ("due", "in 2 weeks"), ("words", "@finance first"));
        Assert.Equal((Cast.Dev.Id, "@finance first"), ((await site.OpenAsync()).Single().Owner, (await site.OpenAsync()).Single().Note));
        var answer = await PressAsync(site, Cast.Dev, "tp1", "Done", ("words", "payments came back"));
        Assert.Contains("is done", answer, StringComparison.Ordinal);
        Assert.Contains("Done by Dev", answer, StringComparison.Ordinal);
        Assert.Contains("payments came back", answer, StringComparison.Ordinal);
        Assert.Empty(await site.OpenAsync());
    }

    [Fact]
    public async Task Only_the_owner_is_offered_to_close_it()
    {
        await using var site = await PublishedAsync();
        await PressAsync(site, Cast.Max, "tp1", "I own this");
        Assert.Contains(PageForm.On(await PageAsync(site, As(Cast.Max))), form => form is { Point: "tp1", Button: "Decline" });
        Assert.DoesNotContain(PageForm.On(await PageAsync(site, As(Cast.Ben))), form => form is { Point: "tp1", Button: "Done" or "Decline" });
    }

    [Fact]
    public async Task Thanks_count_once_though_the_form_is_sent_twice()
    {
        await using var site = await PublishedAsync();
        var thank = PageForm.On(await PageAsync(site), "tp4", "Thank");
        var first = await site.PostAsync(thank.Action, thank.With());
        var second = await site.PostAsync(thank.Action, thank.With());
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, second.Status));
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        Assert.Single(await site.AuditAsync());
        Assert.Contains("1 person thanked", await PageAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_page_filled_in_differently_is_another_press()
    {
        await using var site = await PublishedAsync();
        var assign = PageForm.On(await PageAsync(site), "tp1", "Assign");
        await site.PostAsync(assign.Action, assign.With(("who", Cast.Dev.Id)));
        await site.PostAsync(assign.Action, assign.With(("who", Cast.Eve.Id)));
        Assert.Equal(Cast.Eve.Id, (await site.OpenAsync()).Single().Owner);
    }

    [Fact]
    public async Task A_refusal_says_why_and_whom_to_ask()
    {
        await using var site = await PublishedAsync();
        var answer = await PressAsync(site, Cast.Max, "tp2", "Act on this");
        Assert.Contains("Only executives can pick. Ask Ana or Ben.", answer, StringComparison.Ordinal);
        Assert.Empty(await site.OpenAsync());
    }

    [Fact]
    public async Task A_date_nobody_can_read_is_refused_before_anything_is_kept()
    {
        await using var site = await PublishedAsync();
        var answer = await PressAsync(site, Cast.Ana, "tp2", "Act on this", ("words", "bookings up"), ("due", "frydaay"));
        Assert.Contains("I do not understand the date. Write it as friday", answer, StringComparison.Ordinal);
        Assert.Empty(await site.AuditAsync());
    }

    [Fact]
    public async Task What_was_done_can_be_taken_back()
    {
        await using var site = await PublishedAsync();
        var answer = await PressAsync(site, Cast.Ana, "tp1", "I own this");
        var undo = PageForm.On(answer, "tp1", "Undo");
        await site.PostAsync(undo.Action, undo.With());
        Assert.Empty(await site.OpenAsync());
    }

    [Fact]
    public async Task Sharing_shows_what_will_go_out_before_it_does()
    {
        await using var site = await PublishedAsync();
        var preview = await PressAsync(site, Cast.Ana, "tp4", "Share to...", ("to", "all-hands"));
        Assert.Contains("This is what all-hands will see.", preview, StringComparison.Ordinal);
        var share = PageForm.On(preview, "tp4", "Share to all-hands");
        var sent = await site.PostAsync(share.Action, share.With());
        Assert.Contains("Ana shared number 4", (await site.GetAsync(sent.Header("Location").Split('#')[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_long_is_told_that_it_is_kept_and_sees_it_later()
    {
        await using var site = await PublishedAsync(isWorking: false);
        var thank = PageForm.On(await PageAsync(site), "tp4", "Thank");
        var sending = site.PostAsync(thank.Action, thank.With());
        while (!sending.IsCompleted)
        {
            site.Clock.AdvanceToNextTimer();
            await Task.Yield();
        }
        var back = (await sending).Header("Location").Split('#')[0];
        Assert.Contains("It is kept and being worked on.", (await site.GetAsync(back)).Text, StringComparison.Ordinal);
        await site.WorkAsync();
        Assert.Contains("Ana thanks the people behind number 4", (await site.GetAsync(back)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_the_samples_people_can_be_chosen()
    {
        await using var site = await PublishedAsync();
        var choose = PageForm.On(await PageAsync(site)).Single(form => form.Action == "/person");
        Assert.Equal(Cast.Ana.Id, choose.Fields["person"]);
        var chosen = await site.PostAsync(choose.Action, choose.With(("person", Cast.Ben.Id)));
        var cookie = chosen.Header("Set-Cookie");
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var page = await PageAsync(site, ("Cookie", cookie.Split(';')[0]));
        Assert.Equal(Cast.Ben.Id, PageForm.On(page, "tp4", "Thank").Fields["as"]);
    }

    [Fact]
    public async Task In_a_real_company_the_admin_acts_and_nobody_else_can_be_chosen()
    {
        await using var site = await PublishedAsync(isSample: false, people: [.. Cast.All, new("fake:root", "Root", "Europe/Paris", Roles.Admin)]);
        var session = ("Cookie", (await site.GetAsync(site.SignInPath)).Header("Set-Cookie").Split(';')[0]);
        var thank = PageForm.On(await PageAsync(site, session), "tp4", "Thank");
        Assert.Equal("fake:root", thank.Fields["as"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(thank.Action, thank.With(("as", Cast.Ana.Id)), session)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync("/api/actions", Json("""{"id":"1","verb":"kudos","args":"4","as":"ana"}"""), session)).Status);
        Assert.Equal("", (await site.PostAsync("/person", new FormUrlEncodedContent([new("person", Cast.Ana.Id)]), session)).Header("Set-Cookie"));
        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(thank.Action, thank.With(), session)).Status);
    }

    [Fact]
    public async Task Without_an_admin_the_page_says_why_there_are_no_buttons()
    {
        await using var site = await PublishedAsync(isSample: false);
        var session = ("Cookie", (await site.GetAsync(site.SignInPath)).Header("Set-Cookie").Split(';')[0]);
        var page = await PageAsync(site, session);
        Assert.Empty(PageForm.On(page));
        Assert.Contains("none of the <code>People</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_buttons()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.OrdinaryEdition() with { State = EditionState.Draft });
        Assert.Empty(PageForm.On(await PageAsync(site)));
    }

    [Fact]
    public async Task What_was_taken_back_has_no_buttons()
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(Editions.Corrected().Edition);
        Assert.DoesNotContain(PageForm.On(await PageAsync(site)), form => form.Point == "tp7");
    }

    [Fact]
    public async Task A_hostile_headline_stays_text_in_buttons_and_answers()
    {
        await using var site = await Site.StartAsync();
        var edition = Editions.OrdinaryEdition();
        await site.PublishAsync(edition with { TouchPoints = [edition.TouchPoints[3] with { Headline = "</p><script>alert(1)</script>\"><form action=x>" }] });
        var answer = await PressAsync(site, Cast.Ana, "tp4", "Thank");
        Assert.Contains("&lt;/p&gt;&lt;script&gt;", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(PageForm.On(answer), form => form.Action == "x");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-For", "203.0.113.9", HttpStatusCode.Unauthorized)]
    [InlineData("Host", "rebound.example", HttpStatusCode.Unauthorized)]
    public async Task Another_site_or_a_stranger_can_press_nothing(string header, string value, HttpStatusCode refused)
    {
        await using var site = await PublishedAsync();
        var thank = PageForm.On(await PageAsync(site), "tp4", "Thank");
        foreach (var (address, body) in new (string, HttpContent)[] { (thank.Action, thank.With()), (thank.Action, Json("{}")), ("/person", thank.With()) })
            Assert.Equal(refused, (await site.PostAsync(address, body, (header, value))).Status);
        Assert.Empty(await site.AuditAsync());
    }

    [Theory]
    [InlineData("token", "short")]
    [InlineData("token", "/../../x/../../../../x/../../../")]
    [InlineData("point", "x\" onload=\"y")]
    [InlineData("point", "")]
    [InlineData("week", "2026-W99")]
    [InlineData("digest", "other")]
    [InlineData("as", "fake:nobody")]
    [InlineData("verb", "")]
    public async Task A_form_that_the_page_did_not_make_is_refused(string field, string value)
    {
        await using var site = await PublishedAsync();
        var thank = PageForm.On(await PageAsync(site), "tp4", "Thank");
        var refused = await site.PostAsync(thank.Action, thank.With((field, value)));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Nothing was changed.", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await site.AuditAsync());
    }

    [Fact]
    public async Task Too_much_is_refused_however_it_is_sent()
    {
        await using var site = await PublishedAsync();
        var thank = PageForm.On(await PageAsync(site), "tp4", "Thank");
        var huge = new string('x', 70_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.PostAsync(thank.Action, thank.With(("words", huge)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(thank.Action, thank.With(("words", huge[..501])))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.PostAsync(thank.Action, Json(huge))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.PostAsync(thank.Action, Json(huge), ("Transfer-Encoding", "chunked"))).Status);
    }

    [Fact]
    public async Task JSON_is_kept_once_and_acknowledged()
    {
        await using var site = await PublishedAsync(isWorking: false);
        const string Thanks = """{"id":"press-1","verb":"kudos","args":"4","as":"ana"}""";
        Assert.Equal(HttpStatusCode.Accepted, (await site.PostAsync("/api/actions", Json(Thanks))).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync("/api/actions", Json(Thanks))).Status);
        await site.WorkAsync();
        Assert.Equal(("kudos", "done", "page"), (await site.AuditAsync()).Select(line => (line.Verb, line.Result, line.Through)).Single());
    }

    [Theory]
    [InlineData("""{"id":"1","verb":"kudos","args":"4"}""")]
    [InlineData("""{"id":"1","verb":"kudos","args":"4","as":"nobody"}""")]
    [InlineData("""{"id":"","verb":"kudos","args":"4","as":"ana"}""")]
    [InlineData("""{"id":"1","id":"2","verb":"kudos","args":"4","as":"ana"}""")]
    [InlineData("""{"id":"1","verb":"kudos","args":"4","as":"ana","isAdmin":true}""")]
    [InlineData("""{"id":"1","verb":"kudos","args":"\ud800","as":"ana"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task JSON_that_is_no_action_is_refused(string body)
    {
        await using var site = await PublishedAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync("/api/actions", Json(body))).Status);
    }

    [Fact]
    public async Task Neither_JSON_nor_a_form_is_refused()
    {
        await using var site = await PublishedAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.PostAsync("/api/actions", new StringContent("kudos 4", Encoding.UTF8, "text/plain"))).Status);
    }

    private static async Task<Site> PublishedAsync(bool isSample = true, bool isWorking = true, IReadOnlyList<Person>? people = null)
    {
        var site = await Site.StartAsync(isSample, isWorking, people);
        await site.PublishAsync(Editions.OrdinaryEdition());
        return site;
    }

    private static async Task<string> PageAsync(Site site, params (string Name, string Value)[] headers) => (await site.GetAsync(Week, headers)).Text;

    // Presses a button as somebody and follows to the page with the answer.
    private static async Task<string> PressAsync(Site site, Person by, string point, string button, params (string Name, string Value)[] filled)
    {
        var person = As(by);
        var form = PageForm.On(await PageAsync(site, person), point, button);
        var sent = await site.PostAsync(form.Action, form.With(filled), person, ("Origin", site.Address), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal((HttpStatusCode.SeeOther, $"#{point}"), (sent.Status, "#" + sent.Header("Location").Split('#')[^1]));
        return (await site.GetAsync(sent.Header("Location").Split('#')[0], person)).Text;
    }

    private static (string Name, string Value) As(Person person) => ("Cookie", $"{Viewers.Cookie}={Uri.EscapeDataString(person.Id)}");

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
