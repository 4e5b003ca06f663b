using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.StackExchange;

/// <summary>What stands around every answer of the API.</summary>
internal sealed record StackExchangeWrapper
{
    public IReadOnlyList<JsonElement>? Items { get; init; }

    public bool? HasMore { get; init; }

    /// <summary>Seconds in which the same method must not be called again.</summary>
    public double? Backoff { get; init; }

    public long? QuotaRemaining { get; init; }
}

/// <summary>A question with its text (filter <c>withbody</c>). Titles, names and texts are HTML.</summary>
internal sealed record StackExchangeQuestion
{
    public string? QuestionId { get; init; }

    public StackExchangeOwner? Owner { get; init; }

    public string? Title { get; init; }

    public string? Body { get; init; }

    public double? CreationDate { get; init; }

    public string? Link { get; init; }

    public long? Score { get; init; }

    public long? AnswerCount { get; init; }

    public long? ViewCount { get; init; }
}

/// <summary>Who asked; somebody who has left is only a name.</summary>
internal sealed record StackExchangeOwner(string? DisplayName);

/// <summary>Generated code for Stack Exchange.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(StackExchangeWrapper))]
[JsonSerializable(typeof(StackExchangeQuestion))]
internal sealed partial class StackExchangeJson : JsonSerializerContext;
