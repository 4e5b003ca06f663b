using System.Text;
using DigestBot.Outgoing;

namespace DigestBot.Sources.JsonHttp;

/// <summary>Whatever a vendor gives as JSON, as the settings tell how to ask and what it means.</summary>
internal sealed class JsonHttpSource(JsonHttpOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    private readonly JsonRequest _request = new(options);
    private readonly JsonMapping _mapping = new(options, VendorOf(options));

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<JsonHttpOptions>("JsonHttp", "any vendor's JSON over HTTP, told by settings", (options, parts) => new JsonHttpSource(options, parts));

    /// <inheritdoc />
    protected override ApiOrder Order => options.Order;

    /// <inheritdoc />
    protected override bool ListsEverything => options.ListsEverything;

    /// <inheritdoc />
    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var address = _request.Address(since, page, Client.Follow);
        var reply = await Client.SendAsync(address, at => _request.Make(at, since, page), JsonHttpJson.Default.JsonElement, cancellationToken);
        var items = _mapping.ItemsOf(reply.Body);
        if (page is null)
            _mapping.Check(items);
        return Page(items, JsonHttpJson.Default.JsonItem, _mapping.Meaning, _request.Next(reply, page, items.Count));
    }

    private static ApiAccess Access(JsonHttpOptions options) => new(VendorOf(options))
    {
        Account = $"{HostOf(options)} {options.Token?.Print}",
        Credentials = Credentials(options),
        Headers = new Dictionary<string, string>(options.Headers, StringComparer.OrdinalIgnoreCase) { ["Accept"] = options.Headers.GetValueOrDefault("Accept", "application/json") },
        Spacing = options.Spacing,
    };

    private static IApiCredentials? Credentials(JsonHttpOptions options) => options.Authentication switch
    {
        JsonProof.Bearer => ApiCredentials.Bearer(options.Token!),
        JsonProof.Basic when options.TokenName.Length > 0 => ApiCredentials.Basic(options.TokenName, options.Token!),
        JsonProof.Basic => ApiCredentials.Header("Authorization", new($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(options.Token!.Reveal()))}")),
        JsonProof.Header => ApiCredentials.Header(options.TokenName, options.Token!),
        JsonProof.Query => ApiCredentials.Query(options.TokenName, options.Token!),
        _ => null,
    };

    private static string VendorOf(JsonHttpOptions options) => string.IsNullOrWhiteSpace(options.Vendor) ? HostOf(options) : options.Vendor;

    private static string HostOf(JsonHttpOptions options) => new Uri(JsonTemplate.Fill(options.Address, _ => "1")).Host;
}
