using System.Text.Json.Nodes;
using DigestBot.Sources;
using DigestBot.Tests.Contracts;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Sources.Example;

public sealed class TheExampleSource : ApiSourceContract
{
    internal override SourceKind Kind => ExampleSource.Kind;

    internal override VendorStub CreateVendor() => new ExampleStub();

    private protected override string Settings(Uri vendor) => $$"""  "Server": "{{vendor}}", "Token": "open-sesame" """;
}

internal sealed class ExampleStub : VendorStub
{
    public override JsonNode Item(VendorPost post) => new JsonObject
    {
        ["id"] = post.Id,
        ["author"] = new JsonObject { ["handle"] = "@" + post.Author },
        ["text"] = post.Text,
        ["createdAt"] = $"{post.At:O}",
        ["likes"] = post.Likes,
    };

    protected override JsonNode Page(JsonArray items, string? next, HttpContext context) => new JsonObject { ["posts"] = items, ["next"] = next };

    protected override string? MarkOf(HttpRequest request) => request.Query["before"] is [{ Length: > 0 } mark] ? mark : null;

    protected override bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer open-sesame";
}
