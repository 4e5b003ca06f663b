using System.Xml.Linq;
using DigestBot.Console;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Console;

public sealed class TheHtmlView
{
    private const string Safe = "https://store.example/reviews/1";

    [Theory]
    [InlineData("ordinary")]
    [InlineData("empty")]
    [InlineData("worst")]
    [InlineData("sample")]
    [InlineData("corrected")]
    public void Looks_like_its_snapshot(string edition) =>
        Snapshot.Matches($"page-{edition}.html", Page(Cards.Named(edition)).Replace(HtmlPage.Style, "", StringComparison.Ordinal));

    [Fact]
    public void Asks_nobody_for_anything()
    {
        var page = Page(Cards.Named("worst"));
        Assert.All(["script", "link", "img", "iframe", "object", "embed", "form", "base"], element =>
            Assert.DoesNotContain($"<{element}", page, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", HtmlPage.Style, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_no_element_attribute_or_link_of_what_customers_write()
    {
        var expected = Shape(PageForm.Parsed(Page(Harmless(WorstEdition.Card()))));
        Assert.Equal(expected, Shape(PageForm.Parsed(Page(WorstEdition.Card()))));
    }

    [Fact]
    public void Links_only_to_web_addresses_and_tells_them_nothing()
    {
        var links = PageForm.Parsed(Page(Cards.Named("worst"))).Descendants("a").Where(link => link.Attribute("target") is not null).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            Assert.StartsWith("https://", link.Attribute("href")!.Value, StringComparison.Ordinal);
            Assert.Equal("noopener noreferrer nofollow", link.Attribute("rel")!.Value);
        });
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/\"onmouseover=\"alert(1)")]
    [InlineData("//evil.example")]
    public void Leaves_out_an_address_that_is_none(string address)
    {
        var edition = Editions.OrdinaryEdition();
        var card = Editions.Ordinary() with { Edition = edition with { TouchPoints = [edition.TouchPoints[0] with { Quote = edition.TouchPoints[0].Quote with { Link = address } }] } };
        Assert.DoesNotContain("evil.example", HtmlView.Page(card, Evidence.None), StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", HtmlView.Page(card, Evidence.None), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_real_words_behind_a_touch_point_with_personal_data_masked()
    {
        var id = Editions.OrdinaryEdition().TouchPoints[0].MentionIds[0];
        var text = "Call me on 555 0199 <b>now</b>";
        var evidence = new Evidence(new Dictionary<MentionId, ReadMention> { [id] = Testimony.Of(id, text, Safe, new TextSpan(11, 8)) }, null);
        var page = HtmlView.Page(Editions.Ordinary(), evidence);
        Assert.Contains("Call me on [phone] &lt;b&gt;now&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("555 0199", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_many_mentions_stand_behind_the_few_it_shows()
    {
        var point = Editions.OrdinaryEdition().TouchPoints[0] with { MentionIds = [.. Enumerable.Range(2, 411).Select(at => new MentionId("app-store", $"m{at}")), new("app-store", "q1")] };
        var edition = Editions.OrdinaryEdition() with { TouchPoints = [point] };
        var page = HtmlView.Page(Editions.Ordinary() with { Edition = edition }, new Evidence(Testimony.Behind(edition), "/editions/weekly/2026-W46"));
        Assert.Contains(point.Quote.Text + "</p>", page, StringComparison.Ordinal);
        Assert.Contains("What they said: 10 of 412 mentions", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/editions/weekly/2026-W46/1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_SAMPLE_on_the_sample_companys_page_only()
    {
        Assert.Contains("SAMPLE", Page(Cards.Named("sample")), StringComparison.Ordinal);
        Assert.DoesNotContain("SAMPLE", Page(Cards.Named("ordinary")), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_one_main_part_one_first_heading_and_labels_its_drawings()
    {
        var page = PageForm.Parsed(Page(Cards.Named("ordinary")));
        Assert.Single(page.Descendants("main"));
        Assert.Single(page.Descendants("h1"));
        Assert.All(page.Descendants("svg"), drawing => Assert.StartsWith("mentions a week", drawing.Attribute("aria-label")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Uses_every_id_once()
    {
        var ids = PageForm.Parsed(Page(Cards.Named("worst"))).Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Escapes_so_that_a_parser_reads_the_very_text_again_whatever_the_text() =>
        Prop.ForAll<string?, string?>((text, attribute) =>
        {
            var element = XElement.Parse(Html.Of($"""<p title="{attribute}">{text}</p>""").Markup, LoadOptions.PreserveWhitespace);
            return !element.HasElements && element.Attributes().Count() == 1 && element.Value == Shown(text) && element.Attribute("title")!.Value == Shown(attribute).Replace('\n', ' ').Replace('\t', ' ');
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Escapes_the_five_characters_that_mean_something() =>
        Assert.Equal("&amp;&lt;&gt;&quot;&#39;", HtmlText.Escape("&<>\"'"));

    private static string Page(EditionCard card) => HtmlView.Page(card, new Evidence(Testimony.Behind(card.Edition), null));

    // What HTML forbids is shown as U+FFFD; XML has a few more that never come out of a mention.
    private static string Shown(string? text) => string.Concat((text ?? "").EnumerateRunes().Select(rune =>
        rune.Value is < 0x20 and not ('\n' or '\t') or (>= 0x7F and <= 0x9F) ? "\uFFFD" : rune.ToString()));

    private static List<string> Shape(XElement page) =>
        [.. page.Descendants().Select(element => $"{element.Name} {string.Join(' ', element.Attributes().Select(attribute => attribute.Name))}")];

    // The same edition with words nobody could mind.
    private static EditionCard Harmless(EditionCard card)
    {
        static TouchPoint Calm(TouchPoint point) => point with
        {
            Headline = "calm",
            Quote = point.Quote with { Text = "calm", Mention = point.Quote.Mention with { Source = "calm" } },
            Comment = "calm",
            Department = "calm",
            Reasons = ["calm"],
            Correction = point.Correction is null ? null : "calm",
        };
        var edition = card.Edition;
        return card with { Edition = edition with { Brand = "calm", TouchPoints = [.. edition.TouchPoints.Select(Calm)], RunnersUp = [.. edition.RunnersUp.Select(Calm)] } };
    }
}
