using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>A token, or why there is none.</summary>
internal abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    /// <summary>The token. A secret.</summary>
    public sealed record Given(string Token) : TokenAnswer
    {
        /// <inheritdoc />
        public override string ToString() => nameof(Given);
    }

    /// <summary>The login refuses; the words are for people, with the next step.</summary>
    public sealed record Refused(string Words) : TokenAnswer;

    /// <summary>The login could not be asked.</summary>
    public sealed record NoAnswer(string Words) : TokenAnswer;
}

/// <summary>
/// The bot's own tokens for the Connector, by client credentials (secret, certificate) or managed identity. MSAL keeps them until
/// shortly before they end; hence one client for the whole program.
/// </summary>
internal sealed partial class TeamsTokens(TeamsOptions options, IMsalHttpClientFactory http, TimeProvider clock, ILogger<TeamsTokens> log)
{
    /// <summary>Where the tokens of the old multi-tenant kind of bot come from, whatever tenant it speaks to.</summary>
    internal const string MultiTenant = "botframework.com";

    private static readonly TimeSpan Patience = TeamsHttp.AnswerTime;

    private readonly TeamsCloudFacts _cloud = TeamsCloudFacts.Of(options.Cloud);
    private readonly Lazy<Func<bool, CancellationToken, Task<AuthenticationResult>>> _ask = new(() => Client(options, http));

    /// <summary>A token that is good for now.</summary>
    /// <param name="refused">A token that the Connector did not take, so that another one is fetched; null for any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TokenAnswer> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            var result = await _ask.Value(false, either.Token);
            if (result.AccessToken == refused)
                result = await _ask.Value(true, either.Token);
            return new TokenAnswer.Given(result.AccessToken);
        }
        catch (MsalServiceException refusal) when (refusal.StatusCode is >= 400 and < 500 and not 429)
        {
            LogRefused(refusal.ErrorCode, refusal.StatusCode);
            return new TokenAnswer.Refused(Words(refusal.ErrorCode));
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            LogUnusable(unusable.GetType().Name);
            return new TokenAnswer.Refused("The certificate cannot be read: check Teams:CertificatePath (a .pfx without password, or a .pem with certificate and key).");
        }
        catch (Exception failure) when (failure is MsalException or HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnanswered((failure as MsalException)?.ErrorCode ?? failure.GetType().Name);
            return new TokenAnswer.NoAnswer("Microsoft's login did not answer.");
        }
    }

    private static string Words(string error) => error switch
    {
        "invalid_client" => "Microsoft's login does not take the secret or certificate: check Teams:AppSecret (or Teams:CertificatePath) and that it has not expired.",
        "unauthorized_client" => "Microsoft's login does not know the app in this tenant: check Teams:AppId and Teams:TenantId.",
        "invalid_request" => "Microsoft's login does not know the tenant: check Teams:TenantId and Teams:Cloud.",
        _ => "Microsoft's login refused: check Teams:AppId, Teams:TenantId and the secret or certificate.",
    };

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> Client(TeamsOptions options, IMsalHttpClientFactory http) =>
        options.ManagedIdentity ? Identity(options, http) : Application(options, http);

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> Application(TeamsOptions options, IMsalHttpClientFactory http)
    {
        var cloud = TeamsCloudFacts.Of(options.Cloud);
        var builder = ConfidentialClientApplicationBuilder.Create($"{options.AppId:D}")
            .WithAuthority(MsalHttp.Authority(options.LoginAddress ?? cloud.Login, options.TenantId?.ToString("D") ?? MultiTenant), validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false) // it would ask the public cloud about every other
            .WithLegacyCacheCompatibility(enableLegacyCacheCompatibility: false)
            .WithHttpClientFactory(http);
        var client = (options.CertificatePath is { } path ? builder.WithCertificate(Certificate(path), sendX5C: true) : builder.WithClientSecret(options.AppSecret)).Build();
        return (isForced, cancellationToken) => client.AcquireTokenForClient([cloud.Scope]).WithForceRefresh(isForced).ExecuteAsync(cancellationToken);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> Identity(TeamsOptions options, IMsalHttpClientFactory http)
    {
        var resource = TeamsCloudFacts.Of(options.Cloud).Issuer;
        var client = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId($"{options.AppId:D}"))
            .WithHttpClientFactory(http)
            .Build();
        return (isForced, cancellationToken) => client.AcquireTokenForManagedIdentity(resource).WithForceRefresh(isForced).ExecuteAsync(cancellationToken);
    }

    private static X509Certificate2 Certificate(string path) => Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, password: null);

    [LoggerMessage(LogLevel.Error, "Microsoft's login gives the bot no token: {Error}, status {Status}")]
    private partial void LogRefused(string error, int status);

    [LoggerMessage(LogLevel.Error, "The certificate of Teams:CertificatePath cannot be used: {Error}")]
    private partial void LogUnusable(string error);

    [LoggerMessage(LogLevel.Warning, "Microsoft's login did not answer: {Error}")]
    private partial void LogUnanswered(string error);
}
