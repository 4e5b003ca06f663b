using System.Text;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Outgoing;
using DigestBot.Readers.OpenAi;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Readers;

/// <summary>Against an endpoint on loopback that speaks the OpenAI chat protocol.</summary>
public sealed class TheLanguageModel : IAsyncLifetime
{
    private static readonly ModelQuestion Question = new("Answer with JSON.", """{"message":"hello"}""", 50);
    private StubModel _model = null!;

    public async Task InitializeAsync() => _model = await StubModel.StartAsync();

    public async Task DisposeAsync() => await _model.DisposeAsync();

    [Fact]
    public async Task Is_asked_with_our_instructions_apart_from_customers_words()
    {
        _model.Says = (_, _) => """{"kind":"issue"}""";
        using var client = _model.Client;
        var answer = await client.AskAsync(Question, default);

        Assert.Equal(new("""{"kind":"issue"}""", 120), answer);
        var asked = Assert.Single(_model.Asked);
        Assert.Equal("stub-1", asked["model"]!.GetValue<string>());
        Assert.Equal("system", asked["messages"]![0]!["role"]!.GetValue<string>());
        Assert.Equal("user", asked["messages"]![1]!["role"]!.GetValue<string>());
        Assert.Equal("json_object", asked["response_format"]!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(401, "LanguageModel:ApiKey")]
    [InlineData(404, "LanguageModel:Model")]
    [InlineData(429, "less often")]
    [InlineData(500, "fault of its own")]
    [InlineData(418, "418")]
    public async Task Says_what_is_wrong_and_what_to_do_without_telling_the_key(int status, string told)
    {
        _model.Instead = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("""{"error":{"message":"customer text and key-123"}}""");
            return true;
        };
        using var client = _model.Client;
        var failure = await Assert.ThrowsAsync<LanguageModelException>(() => client.AskAsync(Question, default));
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-123", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("customer text", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>no</html>")]
    [InlineData("[]")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"message":{"content":7}}]}""")]
    [InlineData("""{"id":1e999}""")]
    public async Task Takes_an_answer_that_is_none_for_no_answer(string body)
    {
        _model.Instead = async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
            return true;
        };
        using var client = _model.Client;
        if (await AnswerAsync(client) is { } answer)
            Assert.Equal("", answer.Text);
    }

    [Fact]
    public async Task Reads_no_answer_without_end()
    {
        _model.Instead = async context =>
        {
            context.Response.ContentType = "application/json";
            var more = Encoding.ASCII.GetBytes(new string(' ', 16 * 1024));
            for (var sent = 0; sent < 64 && !context.RequestAborted.IsCancellationRequested; sent++)
                await context.Response.Body.WriteAsync(more);
            return true;
        };
        using var client = _model.Client;
        await Assert.ThrowsAsync<LanguageModelException>(() => client.AskAsync(Question, default));
    }

    [Fact]
    public async Task Is_not_called_at_an_address_inside_the_company_unless_that_is_configured()
    {
        using var client = new OpenAiLanguageModel(_model.Options, new(Microsoft.Extensions.Options.Options.Create(new OutgoingOptions { PlainHttpHosts = ["127.0.0.1"] })));
        var failure = await Assert.ThrowsAsync<LanguageModelException>(() => client.AskAsync(Question, default));
        Assert.Contains("Outgoing:PrivateHosts", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_model.Asked);
    }

    [Fact]
    public async Task Is_not_called_without_encryption_unless_that_is_configured()
    {
        using var client = new OpenAiLanguageModel(_model.Options, new(Microsoft.Extensions.Options.Options.Create(new OutgoingOptions { PrivateHosts = ["127.0.0.1"] })));
        var failure = await Assert.ThrowsAsync<LanguageModelException>(() => client.AskAsync(Question, default));
        Assert.Contains("Outgoing:PlainHttpHosts", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_model.Asked);
    }

    private static async Task<ModelAnswer?> AnswerAsync(OpenAiLanguageModel client)
    {
        try
        {
            return await client.AskAsync(Question, default);
        }
        catch (LanguageModelException)
        {
            return null;
        }
    }
}
