using System.ClientModel;
using System.ClientModel.Primitives;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Outgoing;
using OpenAI;
using OpenAI.Chat;

namespace DigestBot.Readers.OpenAi;

/// <summary>Any endpoint that speaks the OpenAI chat protocol, called through the one way out.</summary>
internal sealed class OpenAiLanguageModel : ILanguageModel, IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private readonly HttpClient _http;
    private readonly ChatClient _chat;
    private readonly string _host;

    /// <summary>Prepares the client; nothing is called yet.</summary>
    public OpenAiLanguageModel(LanguageModelOptions options, OutgoingHttp outgoing)
    {
        Name = options.Model!;
        _host = options.Address!.Host;
        _http = outgoing.CreateClient();
        _http.MaxResponseContentBufferSize = LongestAnswer;
        _chat = new(
            Name,
            new ApiKeyCredential(options.ApiKey ?? "none"), // the client insists on one; an endpoint without keys ignores it
            new OpenAIClientOptions
            {
                Endpoint = options.Address,
                Transport = new HttpClientPipelineTransport(_http),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0), // the session decides whether it is asked again
                NetworkTimeout = options.TimeOut,
            });
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <inheritdoc />
    public async Task<ModelAnswer> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ChatCompletionOptions
            {
                MaxOutputTokenCount = question.MostTokens,
                Temperature = 0, // the same question, the same answer, as far as a model keeps to it
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            };
            ChatCompletion answer = await _chat.CompleteChatAsync([new SystemChatMessage(question.Instructions), new UserChatMessage(question.Material)], options, cancellationToken);
            return new(string.Concat(answer.Content.Select(part => part.Text)), answer.Usage?.TotalTokenCount);
        }
        catch (Exception error) when (error.GetBaseException() is OutgoingRefusedException refusal)
        {
            throw new LanguageModelException(refusal.Message, error);
        }
        catch (ClientResultException failure)
        {
            throw new LanguageModelException(Told(failure.Status), failure);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidOperationException or ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            // Broken or foreign answers end in many ways inside the client; its words may quote the answer, so they are not passed on.
            throw new LanguageModelException($"the language model at {_host} gave no answer that can be read", error);
        }
    }

    private string Told(int status) => status switch
    {
        401 or 403 => $"the language model at {_host} refuses the key ({status}): check LanguageModel:ApiKey",
        404 => $"the language model at {_host} knows no model {Name} (404): check LanguageModel:Address and LanguageModel:Model",
        429 => $"the language model at {_host} asks to be called less often (429)",
        >= 500 => $"the language model at {_host} has a fault of its own ({status})",
        0 => $"the language model at {_host} cannot be reached",
        _ => $"the language model at {_host} could not be asked ({status})",
    };
}
