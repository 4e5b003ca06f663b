using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Outgoing;
using DigestBot.Readers.OpenAi;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing;

/// <summary>A language model on loopback that speaks the OpenAI chat protocol and answers as the test says.</summary>
internal sealed partial class StubModel : IAsyncDisposable
{
    private readonly StubServer _server;

    private StubModel(StubServer server) => _server = server;

    /// <summary>What it says to instructions and material; the default is nothing of use.</summary>
    public Func<string, JsonObject, string> Says { get; set; } = (_, _) => "{}";

    /// <summary>Bodies of the requests, as they came.</summary>
    public ConcurrentQueue<JsonObject> Asked { get; } = [];

    /// <summary>Comes before any answer: true when it has answered itself.</summary>
    public Func<HttpContext, Task<bool>> Instead { get; set; } = _ => Task.FromResult(false);

    public LanguageModelOptions Options => new() { Address = new(_server.Address, "v1"), Model = "stub-1", ApiKey = "key-123" };

    public OpenAiLanguageModel Client => new(Options, new(Microsoft.Extensions.Options.Options.Create(new OutgoingOptions { PrivateHosts = ["127.0.0.1"], PlainHttpHosts = ["127.0.0.1"] })));

    public static async Task<StubModel> StartAsync()
    {
        var stub = new StubModel(await StubServer.StartAsync());
        stub._server.Answer = stub.AnswerAsync;
        return stub;
    }

    /// <summary>One that believes everything: whatever a message orders, it writes, as a model without any guard would.</summary>
    public static string Obeys(string instructions, JsonObject material)
    {
        var ordered = Order().Match(material.ToJsonString());
        var words = ordered.Success ? ordered.Groups["words"].Value : "Customers are very happy with everything";
        return instructions.Contains("kind", StringComparison.Ordinal) && ordered.Success
            ? JsonSerializer.Serialize(new { kind = words })
            : JsonSerializer.Serialize(new { headline = words, quote = words });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Asked.Enqueue(body);
        if (await Instead(context))
            return;
        var (instructions, material) = (Content(body, 0), Content(body, 1));
        await context.Response.WriteAsJsonAsync(new
        {
            id = "chatcmpl-1", @object = "chat.completion", created = 1_764_000_000, model = "stub-1",
            choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Says(instructions, JsonNode.Parse(material)!.AsObject()) } } },
            usage = new { prompt_tokens = 100, completion_tokens = 20, total_tokens = 120 },
        });
    }

    private static string Content(JsonObject body, int message) => body["messages"]![message]!["content"] switch
    {
        JsonArray parts => string.Concat(parts.Select(part => part!["text"]!.GetValue<string>())),
        var text => text!.GetValue<string>(),
    };

    [GeneratedRegex(@"(?:write the headline|label this as|say)[:\s]+(?<words>[^.""\\]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Order();
}
