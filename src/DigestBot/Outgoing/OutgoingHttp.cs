using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace DigestBot.Outgoing;

/// <summary>
/// The one way out over HTTP to addresses that people configure. What a name resolves to is checked where the connection is
/// made, so that a name that answers differently the second time (DNS rebinding) gains nothing.
/// </summary>
/// <param name="options">The exceptions.</param>
internal sealed class OutgoingHttp(IOptions<OutgoingOptions> options)
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>A client under these rules; it decompresses, keeps no cookies, uses no proxy. Time-outs are the caller's.</summary>
    public HttpClient CreateClient()
    {
        var client = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new("DigestBot", Version()));
        return client;
    }

    /// <summary>Gets; follows redirects of hosts that may send us on. The headers are there when the task ends, the body is not.</summary>
    /// <param name="client">From <see cref="CreateClient"/>.</param>
    /// <param name="address">Where to.</param>
    /// <param name="prepare">Puts headers on each request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OutgoingRefusedException">The rules say no; the message says which setting would allow it.</exception>
    public Task<HttpResponseMessage> GetAsync(HttpClient client, Uri address, Action<HttpRequestHeaders> prepare, CancellationToken cancellationToken) =>
        SendAsync(client, address, at => new(HttpMethod.Get, at), (request, _) => Prepared(request, prepare), cancellationToken);

    /// <summary>Sends; follows redirects as <see cref="GetAsync"/> does, but hands credentials to no other host, and sends nothing but questions again.</summary>
    /// <param name="client">From <see cref="CreateClient"/>.</param>
    /// <param name="address">Where to.</param>
    /// <param name="make">Makes the request, anew for each hop.</param>
    /// <param name="prepare">Puts headers and credentials on it; left out once another host is asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OutgoingRefusedException">The rules say no; the message says which setting would allow it.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpClient client, Uri address, Func<Uri, HttpRequestMessage> make, Func<HttpRequestMessage, CancellationToken, ValueTask> prepare, CancellationToken cancellationToken)
    {
        var first = address;
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            RefusePlainHttp(address);
            using var request = make(address);
            if (IsSameHost(first, address))
                await prepare(request, cancellationToken);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!IsRedirect(response.StatusCode))
                return response;
            using (response)
                address = request.Method == HttpMethod.Get ? Next(address, response.Headers.Location) : throw SentOn(address);
        }
        throw new OutgoingRefusedException($"{address.Host} sends on more than {MostRedirects} times. Configure the address it ends at.");
    }

    private static ValueTask Prepared(HttpRequestMessage request, Action<HttpRequestHeaders> prepare)
    {
        prepare(request.Headers);
        return ValueTask.CompletedTask;
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Same scheme, host and port.</summary>
    public static bool IsSameHost(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        UseProxy = false, // a proxy would resolve names by itself, unseen by the check below
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        RefusePlainHttp(context.InitialRequestMessage.RequestUri!); // also for those who send by themselves
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = Lists(options.Value.PrivateHosts, context.DnsEndPoint.Host)
            ? addresses
            : Array.FindAll(addresses, address => !PrivateAddresses.Contains(address));
        if (allowed.Length == 0)
            throw new OutgoingRefusedException($"{context.DnsEndPoint.Host} leads to a private address. If that is meant, list it in Outgoing:PrivateHosts.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void RefusePlainHttp(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && Lists(options.Value.PlainHttpHosts, address.IdnHost)))
            throw new OutgoingRefusedException($"{address.Host} is to be called over {address.Scheme}, not https. Use https, or list it in Outgoing:PlainHttpHosts.");
    }

    private Uri Next(Uri from, Uri? to)
    {
        if (!Lists(options.Value.RedirectHosts, from.IdnHost))
            throw SentOn(from);
        return to is null
            ? throw new OutgoingRefusedException($"{from.Host} sends on without saying where to. Check the address in a browser.")
            : new(from, to);
    }

    private static OutgoingRefusedException SentOn(Uri from) =>
        new($"{from.Host} sends on to another address. Configure that one, or list {from.Host} in Outgoing:RedirectHosts.");

    private static bool Lists(IReadOnlyList<string> hosts, string host) => hosts.Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase);

    private static string Version() => typeof(OutgoingHttp).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "1.0";
}
