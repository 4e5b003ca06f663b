using System.Text.Json.Nodes;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Tests.Platforms.Slack.Api;

public sealed class TheSlackCall
{
    [Fact]
    public async Task Writes_as_JSON_and_leaves_out_what_it_was_not_given()
    {
        using var body = new SlackCall(SlackMethods.PostMessage, ("channel", "C1"), ("thread_ts", null), ("unfurl_links", false)).Content();
        Assert.Equal("application/json; charset=utf-8", body.Headers.ContentType!.ToString());
        Assert.Equal("""{"channel":"C1","unfurl_links":false}""", await body.ReadAsStringAsync());
    }

    [Fact]
    public async Task Reads_by_a_form_which_is_all_that_reading_methods_take()
    {
        using var body = new SlackCall(SlackMethods.History, ("channel", "C1"), ("limit", 100), ("cursor", "a=b&c"), ("oldest", null)).Content();
        Assert.Equal("application/x-www-form-urlencoded", body.Headers.ContentType!.ToString());
        Assert.Equal("channel=C1&limit=100&cursor=a%3Db%26c", await body.ReadAsStringAsync());
    }

    [Fact]
    public async Task Leaves_the_view_that_it_sends_as_it_was()
    {
        var view = new JsonObject { ["text"] = "once", ["blocks"] = new JsonArray(new JsonObject { ["type"] = "divider" }) };
        foreach (var _ in new[] { 1, 2 })
        {
            using var body = SlackCall.Document(view.Select(member => (member.Key, member.Value)));
            Assert.Equal(view.ToJsonString(), await body.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("a\udc4fb")]
    [InlineData("\u0000\u001f\u2028<>&\"\\")]
    [InlineData("日本語 👏🏽")]
    public async Task Carries_any_text_also_a_broken_one(string text)
    {
        using var body = SlackCall.Document([("text", text)]);
        var read = JsonNode.Parse(await body.ReadAsStringAsync())!["text"]!.GetValue<string>();
        Assert.Equal(string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())), read);
    }
}
