using System.Text.Json;
using DigestBot.Sources.Bluesky;

namespace DigestBot.Tests.Sources.Bluesky;

public sealed class TheBlueskyText
{
    [Theory]
    [InlineData("See acme.example/very/lo... 🚲", 4, 27, "https://acme.example/very/long/address", "See https://acme.example/very/long/address 🚲")]
    [InlineData("🚲 acme.example", 5, 17, "https://acme.example", "🚲 https://acme.example")] // bytes, not characters
    [InlineData("Read our report", 5, 15, "https://acme.example/report", "Read our report")] // words of its own
    [InlineData("🚲 acme.example", 2, 17, "https://acme.example", "🚲 acme.example")] // in the middle of a character
    [InlineData("acme.example", 3, 900, "https://acme.example", "acme.example")]
    [InlineData("acme.example", -5, 4, "https://acme.example", "acme.example")]
    [InlineData("acme.example", 9, 2, "https://acme.example", "acme.example")]
    public void Writes_shortened_links_out_and_leaves_everything_else(string text, int from, int to, string link, string expected) =>
        Assert.Equal(expected, BlueskyText.Of(Read(text, $$"""{"index":{"byteStart":{{from}},"byteEnd":{{to}}},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"{{link}}"}]}""")));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"index":{"byteStart":0,"byteEnd":5},"features":[]}""")]
    [InlineData("""{"index":{"byteStart":0,"byteEnd":5},"features":[null,{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:fictional"}]}""")]
    public void Keeps_the_text_whatever_else_stands_beside_it(string facet) => Assert.Equal("@acme hello", BlueskyText.Of(Read("@acme hello", facet)));

    private static BlueskyRecord Read(string text, string facet) =>
        JsonSerializer.Deserialize($$"""{ "uri": "at://x", "record": { "text": {{JsonSerializer.Serialize(text)}}, "facets": [ {{facet}} ] } }""", BlueskyJson.Default.BlueskyPost)!.Record!;
}
