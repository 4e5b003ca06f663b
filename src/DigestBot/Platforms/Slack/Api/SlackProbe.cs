using System.Net.Http.Headers;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>What Slack says about a token.</summary>
/// <param name="Answer">Whose it is.</param>
/// <param name="Scopes">What it may do; null when Slack did not say.</param>
/// <param name="At">Slack's time; null when it did not say.</param>
internal sealed record SlackProbed(SlackAnswer<SlackAuth> Answer, IReadOnlyList<string>? Scopes, DateTimeOffset? At);

/// <summary>Looks at tokens and channels without keeping anything: what a check-up needs, and nothing that runs.</summary>
internal sealed class SlackProbe(SlackHttp http, SlackTransport transport, SlackOptions options)
{
    /// <summary>Asks about a token.</summary>
    public async Task<SlackProbed> TokenAsync(string token, CancellationToken cancellationToken)
    {
        var call = new SlackCall(SlackMethods.AuthTest);
        var exchange = await http.PostAsync(
            new(options.ApiBaseAddress, call.Method.Name), call.Content(), new AuthenticationHeaderValue("Bearer", token), cancellationToken);
        var answered = exchange as SlackExchange.Answered;
        return new(
            SlackTransport.Read(exchange, SlackShapes.Default.SlackAuth),
            answered?.Scopes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            answered?.At);
    }

    /// <summary>Asks about a channel.</summary>
    public async Task<SlackAnswer<SlackChannel>> ChannelAsync(string token, string channel, CancellationToken cancellationToken)
    {
        var call = new SlackCall(SlackMethods.ConversationsInfo, ("channel", channel));
        return (await transport.CallAsync(call, token, SlackShapes.Default.SlackOneChannel, cancellationToken)).Select(found => found.Channel);
    }
}
