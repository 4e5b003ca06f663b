using System.Runtime.CompilerServices;
using System.Text;

namespace DigestBot.Cli.Checkup;

/// <summary>
/// Whether this program's public address leads to it. Nobody but Microsoft can sign a request, so one without a token is sent: the
/// program refuses it with 401, what is not the program answers otherwise. Nothing is kept of it.
/// </summary>
internal sealed class TeamsFrontCheck(Uri publicAddress) : ICheck
{
    private const string Name = "teams address";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (publicAddress.Scheme != "https" && !publicAddress.IsLoopback)
            yield return Finding.Wrong(Name, $"{publicAddress} is no https address, and Teams calls no other.", "Put a reverse proxy or tunnel with a certificate in front of the program.");
        yield return await AskAsync(cancellationToken);
    }

    private async Task<Finding> AskAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.PostAsync(new Uri($"{publicAddress.AbsoluteUri.TrimEnd('/')}/api/messages"), nothing, cancellationToken);
            return Read((int)answer.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Finding.Wrong(Name, $"{publicAddress} does not answer.", "Check that the program is running, and the proxy, the certificate and the firewall in front of it.");
        }
    }

    private Finding Read(int status) => status switch
    {
        401 => Finding.Well(Name, $"{publicAddress} leads to the program, which refuses who has no token; the bot's messaging endpoint is {publicAddress.AbsoluteUri.TrimEnd('/')}/api/messages"),
        200 => Finding.Wrong(Name, "It takes requests without a token.", "Set Teams:AllowUnauthenticatedInDevelopment to false, and DOTNET_ENVIRONMENT to Production."),
        404 => Finding.Wrong(Name, "It knows no /api/messages.", "Configure Teams for the program behind it, and let the proxy pass /api/messages on unchanged."),
        _ => Finding.Wrong(Name, $"It answered with status {status}, not as this program does.", "Let the proxy pass /api/messages on to this program, unchanged."),
    };
}
