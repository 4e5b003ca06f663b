using System.Net.Http.Headers;
using System.Text;

namespace DigestBot.Outgoing;

/// <summary>Proofs that never change by themselves.</summary>
internal static class ApiCredentials
{
    /// <summary><c>Authorization: Bearer TOKEN</c>.</summary>
    public static IApiCredentials Bearer(Secret token) =>
        new Fixed(request => request.Headers.Authorization = new("Bearer", token.Reveal()));

    /// <summary><c>Authorization: Basic</c> with a name and a password.</summary>
    public static IApiCredentials Basic(string name, Secret password) =>
        new Fixed(request => request.Headers.Authorization = BasicHeader(name, password));

    /// <summary>A header of the vendor's own.</summary>
    public static IApiCredentials Header(string name, Secret value) =>
        new Fixed(request => request.Headers.TryAddWithoutValidation(name, value.Reveal()));

    /// <summary>A parameter of the address; for vendors that know no other way.</summary>
    public static IApiCredentials Query(string name, Secret value) => new Fixed(request =>
        request.RequestUri = new UriBuilder(request.RequestUri!)
        {
            Query = $"{request.RequestUri!.Query.TrimStart('?')}&{name}={Uri.EscapeDataString(value.Reveal())}".TrimStart('&'),
        }.Uri);

    /// <summary>What Basic writes.</summary>
    public static AuthenticationHeaderValue BasicHeader(string name, Secret password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password.Reveal()}")));

    private sealed class Fixed(Action<HttpRequestMessage> put) : IApiCredentials
    {
        public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            put(request);
            return ValueTask.CompletedTask;
        }
    }
}
