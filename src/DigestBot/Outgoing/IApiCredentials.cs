namespace DigestBot.Outgoing;

/// <summary>Says to an API who is asking. Safe for concurrent use.</summary>
internal interface IApiCredentials
{
    /// <summary>Puts the proof on a request.</summary>
    /// <exception cref="Core.Mentions.SourceException">There is no proof to be had now; the message says why and what to do.</exception>
    ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>The proof was not accepted (401): true when a fresh one can be had and the request is worth one more try.</summary>
    bool Renew() => false;

    /// <summary>How it stands with whoever gives the proof out; null when nobody has to be asked.</summary>
    Core.Mentions.SourceHealth? Health => null;
}
