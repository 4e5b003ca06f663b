using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Slack.Inbound;

namespace DigestBot.Cli.Checkup;

/// <summary>
/// Whether this program's public address lets in what Slack signs: the same question that Slack asks when the address is entered
/// (<c>url_verification</c>), signed with our own secret. Nothing is kept of it.
/// </summary>
internal sealed class SlackFrontCheck(SlackOptions options, Uri publicAddress, TimeProvider clock) : ICheck
{
    private const string Name = "slack address";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return options.SigningSecret is { } secret
            ? await AskAsync(secret, cancellationToken)
            : Finding.Wrong(Name, "There is no signing secret to sign with.", "Set Slack:SigningSecret (Basic Information on the app's page), or leave --url out: Socket Mode needs no address.");
    }

    private async Task<Finding> AskAsync(string secret, CancellationToken cancellationToken)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        using var request = Question(secret, challenge);
        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            return Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken), challenge);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Finding.Wrong(Name, $"{publicAddress} does not answer.", "Check that the program is running, and the proxy, the certificate and the firewall in front of it.");
        }
    }

    private HttpRequestMessage Question(string secret, string challenge)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"type":"url_verification","challenge":"{{challenge}}"}""");
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body]);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{publicAddress.AbsoluteUri.TrimEnd('/')}/slack/events")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.Header, $"v0={Convert.ToHexStringLower(digest)}");
        return request;
    }

    private Finding Read(int status, string said, string challenge) => status switch
    {
        200 when said == challenge => Finding.Well(Name, $"{publicAddress} lets in what Slack signs"),
        401 => Finding.Wrong(Name, "It refuses our signature.", "The program behind it has another signing secret, or its clock is wrong: compare Slack:SigningSecret and the clock there."),
        404 => Finding.Wrong(Name, "It knows no /slack/events.", "Configure Slack for the program behind it, and let the proxy pass /slack/ on unchanged."),
        _ => Finding.Wrong(Name, $"It answered with status {status}, not as this program does.", "Let the proxy pass /slack/ on to this program, unchanged."),
    };
}
