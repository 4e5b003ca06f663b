using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Bluesky;

/// <summary>A source of kind <c>Bluesky</c>: posts that a search finds, or those that mention, answer or quote the account.</summary>
internal sealed record BlueskyOptions : SourceOptions
{
    /// <summary>Handle of the account that reads, for example <c>acme.bsky.social</c>; what it says itself is left out. Needed.</summary>
    [Required, Ask("Handle of the account that reads", Example = "acme-air.bsky.social")]
    public string Handle { get; init; } = "";

    /// <summary>An app password of it, as <c>AppPassword</c> or <c>AppPasswordFile</c>. Needed.</summary>
    [Required, Ask("App password (Settings, Privacy and security, App passwords)")]
    public Secret? AppPassword { get; init; }

    /// <summary>What is searched for, at most 300 characters. Default nothing: what mentions, answers or quotes the account is read instead.</summary>
    [StringLength(300), Ask("Words to search for; nothing to read what mentions the account", Example = "\"acme air\"")]
    public string? Query { get; init; }

    /// <summary>Address of the server that the account is on. Default <c>https://bsky.social</c>.</summary>
    public Uri Server { get; init; } = new("https://bsky.social");
}
