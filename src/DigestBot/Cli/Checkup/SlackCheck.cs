using System.Globalization;
using System.Runtime.CompilerServices;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether Slack can be spoken with as configured: tokens, scopes, channels, the way in, the clock. Changes nothing, here or there.</summary>
internal sealed class SlackCheck(
    SlackOptions options, SlackProbe probe, SlackAppCalls app, SlackVault vault, SlackStore store, Digests digests, StorageCheck storage, TimeProvider clock) : ICheck
{
    private const string Tokens = "slack token";

    // Slack's signatures are refused when they are five minutes away; before that somebody should know.
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
        {
            yield return Finding.Wrong("slack", "It is not configured.", "Follow the steps below \"Into Slack\" in the README; the first is: digestbot manifest slack.");
            yield break;
        }
        yield return WayIn();
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options.BotToken is { } token)
        {
            tokens[""] = token;
            await foreach (var finding in TokenAsync(token, cancellationToken))
                yield return finding;
        }
        if (options.AppToken is not null)
            yield return await SocketAsync(cancellationToken);
        foreach (var installation in await InstalledAsync(cancellationToken))
            yield return Installed(installation, tokens);
        foreach (var (digest, place) in Places())
            yield return await ChannelAsync(digest, place, tokens, cancellationToken);
    }

    private Finding WayIn() => options.SigningSecret is null
        ? Finding.Well("slack way in", "Socket Mode: this program opens the connection")
        : Finding.Well("slack way in", $"requests are checked with the signing secret{(options.PreviousSigningSecret is null ? "" : " and the previous one")}; --url ADDRESS tries it from outside");

    private async IAsyncEnumerable<Finding> TokenAsync(string token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var probed = await probe.TokenAsync(token, cancellationToken);
        if (probed.Answer.OrDefault() is not { } auth)
        {
            yield return Finding.Wrong(Tokens, "Slack does not take it.", NextStep(probed.Answer));
            yield break;
        }
        yield return Finding.Well(Tokens, $"the bot of {VisibleText.Line(auth.Team ?? auth.TeamId ?? "", 80)}");
        if (probed.Scopes is { } scopes)
            yield return Scopes(scopes);
        if (probed.At is { } at)
            yield return Clock(at);
    }

    private static Finding Scopes(IEnumerable<string> granted)
    {
        var missing = SlackScopes.Missing(granted);
        return missing.Count == 0
            ? Finding.Well("slack scopes", "all that is needed was granted")
            : Finding.Wrong(
                "slack scopes",
                $"Not granted: {string.Join(", ", missing.Select(scope => $"{scope.Name} (to {scope.Reason})"))}.",
                "Paste the manifest again on the app's page (App Manifest: digestbot manifest slack), then press Reinstall to Workspace.");
    }

    private Finding Clock(DateTimeOffset theirs)
    {
        var skew = (clock.GetUtcNow() - theirs).Duration();
        return skew <= Tolerated
            ? Finding.Well("slack clock", "this machine's and Slack's agree")
            : Finding.Wrong(
                "slack clock",
                string.Create(CultureInfo.InvariantCulture, $"This machine is {skew.TotalSeconds:0} seconds away from Slack's; at 300 every request is refused."),
                "Set the clock, and keep it by NTP.");
    }

    private async Task<Finding> SocketAsync(CancellationToken cancellationToken)
    {
        var answer = await app.ConnectionsOpenAsync(cancellationToken);
        return answer is SlackAnswer<string>.Ok
            ? Finding.Well("slack socket", "Slack opens one for the app-level token")
            : Finding.Wrong(
                "slack socket",
                $"Slack opens none ({answer.Refusal ?? "no answer"}).",
                "Switch Socket Mode on, on the app's page, and set Slack:AppToken to a token with connections:write (Basic Information, App-Level Tokens).");
    }

    // An empty key is the workspace of the settings, which was looked at by its token.
    private async Task<IEnumerable<Installation>> InstalledAsync(CancellationToken cancellationToken) =>
        storage.HasData ? (await store.AllAsync(cancellationToken)).Where(installation => installation.Workspace.Length > 0) : [];

    private Finding Installed(Installation installation, Dictionary<string, string> tokens)
    {
        var name = $"slack workspace {VisibleText.Line(installation.Name.Length > 0 ? installation.Name : installation.Workspace, 80)}";
        if (installation.RemovedAt is { } removed)
            return Finding.Well(name, $"removed the bot on {removed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; nothing is sent there");
        if (installation.Secret is null || vault.Open(installation.Workspace, installation.Secret) is not { } opened)
            return Finding.Wrong(name, "Its token cannot be opened: the key that it was encrypted with is gone.", "Restore the keys from a backup, or install again at /slack/install.");
        if (SlackScopes.Missing(installation.Scopes) is { Count: > 0 } missing)
            return Finding.Wrong(name, $"Not granted: {string.Join(", ", missing.Select(scope => scope.Name))}.", "Install again at /slack/install; what is set up stays.");
        if (installation.TokenEndsAt is null || installation.TokenEndsAt > clock.GetUtcNow())
            tokens[installation.Workspace] = opened.Access;
        return Finding.Well(name, $"installed on {installation.InstalledAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, its token encrypted");
    }

    private IEnumerable<(Digest Digest, Audience Place)> Places() =>
        from digest in digests.All
        from place in digest.Audiences.Append(digest.Curators)
        where place?.Platform == SlackAddress.Platform
        select (digest, place);

    private async Task<Finding> ChannelAsync(Digest digest, Audience place, Dictionary<string, string> tokens, CancellationToken cancellationToken)
    {
        var name = $"slack channel of {digest.Name} ({place.Name})";
        var at = SlackAddress.Parse(place.Channel);
        if (!tokens.TryGetValue(at.Workspace ?? "", out var token))
            return Finding.Wrong(name, $"There is no usable token for {(at.Workspace is null ? "the workspace of the settings" : $"workspace {at.Workspace}")}.", "Set Slack:BotToken, or install the app at /slack/install.");
        var answer = await probe.ChannelAsync(token, at.Id, cancellationToken);
        return answer.OrDefault() switch
        {
            null => Finding.Wrong(name, $"{place.Channel} cannot be seen.", NextStep(answer)),
            { IsArchived: true } channel => Finding.Wrong(name, $"#{channel.Name} is archived.", SlackErrors.Words("is_archived")),
            { IsMember: false } channel => Finding.Wrong(name, $"The bot is not in #{channel.Name}: it sees no reactions there.", SlackErrors.Words(SlackErrors.NotInChannel)),
            var channel => Finding.Well(name, $"#{channel.Name}"),
        };
    }

    private static string NextStep<T>(SlackAnswer<T> answer) => answer switch
    {
        SlackAnswer<T>.Failed failed => SlackErrors.Words(failed.Error, failed.Needed),
        SlackAnswer<T>.RateLimited => "Slack asks for patience; try again in a minute.",
        SlackAnswer<T>.NoAnswer none => $"{none.Reason} Try again in a minute.",
        SlackAnswer<T>.NotSent not => $"{not.Reason} Check the network between here and Slack.",
        _ => "Try again in a minute.",
    };
}
