using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Webhook;

/// <summary>A source of kind <c>Webhook</c>: what others send to <c>POST /ingest/NAME</c>.</summary>
internal sealed record WebhookOptions : SourceOptions, IValidatableObject
{
    private const int Shortest = 16;

    /// <summary>What deliveries are signed with, as <c>Secret</c> or <c>SecretFile</c>: at least 16 characters. Needed.</summary>
    [Required, Ask("Secret that deliveries are signed with, at least 16 characters", Example = "what \"openssl rand -hex 32\" prints")]
    public Secret? Secret { get; init; }

    /// <summary>Counts as well while the secret is being changed; take it out when every sender has the new one. Default none.</summary>
    public Secret? PreviousSecret { get; init; }

    /// <summary>Deliveries a minute that are taken; more are answered with 429. Default 600; 1 to 6,000.</summary>
    [Range(1, 6_000)]
    public int MostPerMinute { get; init; } = 600;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secret is { IsGiven: true } && Secret.Reveal().Length < Shortest)
            yield return new($"is shorter than {Shortest} characters; make a better one, for example with: openssl rand -hex 32", [nameof(Secret)]);
        if (PreviousSecret is { IsGiven: true } && PreviousSecret.Reveal().Length < Shortest)
            yield return new($"is shorter than {Shortest} characters; leave it out", [nameof(PreviousSecret)]);
    }
}
