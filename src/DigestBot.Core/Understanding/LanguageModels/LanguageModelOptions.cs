using System.ComponentModel.DataAnnotations;

namespace DigestBot.Core.Understanding.LanguageModels;

/// <summary>
/// Section <c>LanguageModel</c>: an endpoint that speaks the OpenAI chat protocol. Without <see cref="Address"/> none is used.
/// The key belongs into the environment (<c>LanguageModel__ApiKey</c>).
/// </summary>
public sealed record LanguageModelOptions : IValidatableObject
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "LanguageModel";

    /// <summary>Address of the API, for example <c>https://llm.example.com/v1</c>; a host of your own network is listed in <c>Outgoing</c> too. Default none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Name of the model as the endpoint knows it. Needed with <see cref="Address"/>.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Model { get; init; }

    /// <summary>Key of the API. Default none, as an endpoint of your own may need none.</summary>
    [StringLength(500, MinimumLength = 1)]
    public string? ApiKey { get; init; }

    /// <summary>Language of your executives, ISO 639-1: a headline and quote in another one are translated beside them. Default <c>en</c>.</summary>
    [RegularExpression("^[a-z]{2}$", ErrorMessage = "must be two lower-case letters such as en or de")]
    public string ReadersLanguage { get; init; } = "en";

    /// <summary>Longest wait for one answer, as hh:mm:ss. Default 20 seconds; 1 second to 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Tokens that one edition may cost, questions and answers together; what comes after goes without. Default 40,000; 0 to 10,000,000.</summary>
    [Range(0, 10_000_000)]
    public int TokensPerEdition { get; init; } = 40_000;

    /// <summary>One is configured.</summary>
    public bool IsConfigured => Address is not null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is { } address && !(address.IsAbsoluteUri && address.Scheme is "https" or "http"))
            yield return new("is no web address; write one such as https://llm.example.com/v1", [nameof(Address)]);
        if (Address is not null && string.IsNullOrWhiteSpace(Model))
            yield return new("is missing; write the model's name as the endpoint knows it", [nameof(Model)]);
        if (Address is null && (Model is not null || ApiKey is not null))
            yield return new("is missing; write the address of the endpoint, or leave out the whole section", [nameof(Address)]);
    }
}

/// <summary>Sources whose words never reach a language model: what people bring from a chat platform (its terms forbid it).</summary>
/// <param name="Names">Names of the sources.</param>
public sealed record WithheldSources(IReadOnlySet<string> Names)
{
    /// <summary>A mention of this source stays here.</summary>
    public bool Holds(string source) => Names.Contains(source);
}
