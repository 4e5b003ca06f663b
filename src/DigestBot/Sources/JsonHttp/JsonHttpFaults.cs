using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources.JsonHttp;

/// <summary>What is wrong with the settings of one source, beyond single values.</summary>
internal static class JsonHttpFaults
{
    private static readonly string[] Placeholders = ["since", "page", "offset", "cursor"];

    /// <summary>Every fault with the setting it is in.</summary>
    public static IEnumerable<ValidationResult> Of(JsonHttpOptions options) =>
        [.. AddressFaults(options), .. ProofFaults(options), .. FieldFaults(options), .. PathFaults(options), .. PagingFaults(options)];

    private static IEnumerable<ValidationResult> AddressFaults(JsonHttpOptions options)
    {
        var bare = JsonTemplate.NamesIn(options.Address).Aggregate(options.Address, (address, name) => address.Replace($"{{{name}}}", "1", StringComparison.Ordinal));
        if (!Uri.TryCreate(bare, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            yield return new("is no address such as https://api.example.com/reviews?page={page}", [nameof(options.Address)]);
        foreach (var name in JsonTemplate.NamesIn(options.Address).Concat(JsonTemplate.NamesIn(options.Body ?? "")).Except(Placeholders, StringComparer.Ordinal))
            yield return new($"has the placeholder {{{name}}}; there are {{{string.Join("}, {", Placeholders)}}}", [nameof(options.Address)]);
        if (options.Body is not null && options.Method != JsonMethod.Post)
            yield return new("is sent only with Method Post", [nameof(options.Body)]);
    }

    private static IEnumerable<ValidationResult> ProofFaults(JsonHttpOptions options)
    {
        if (options.Authentication != JsonProof.None && options.Token is not { IsGiven: true })
            yield return new($"is missing; Authentication {options.Authentication} needs it", [nameof(options.Token)]);
        if (options.Authentication is JsonProof.Header or JsonProof.Query && string.IsNullOrWhiteSpace(options.TokenName))
            yield return new($"is missing; Authentication {options.Authentication} needs it", [nameof(options.TokenName)]);
    }

    private static IEnumerable<ValidationResult> FieldFaults(JsonHttpOptions options)
    {
        foreach (var field in options.Fields.Keys.Except(JsonFields.All, StringComparer.OrdinalIgnoreCase))
            yield return new($"names no field '{field}'; fields are {string.Join(", ", JsonFields.All)}", [nameof(options.Fields)]);
        foreach (var needed in JsonFields.Needed.Except(options.Fields.Keys, StringComparer.OrdinalIgnoreCase))
            yield return new($"says nothing of {needed}; write where it stands in an item, for example \"{needed}\": \"{needed}\"", [nameof(options.Fields)]);
    }

    private static IEnumerable<ValidationResult> PathFaults(JsonHttpOptions options)
    {
        IEnumerable<(string Setting, string Path)> paths =
        [
            (nameof(options.Items), options.Items), (nameof(options.Next), options.Next), (nameof(options.Deleted), options.Deleted.Split('=')[0]),
            .. options.Fields.Values.SelectMany(JsonPath.Split).Select(path => (nameof(options.Fields), path)),
            .. JsonTemplate.NamesIn(options.Link ?? "").Select(path => (nameof(options.Link), path)),
        ];
        return paths.Where(one => JsonPath.Parse(one.Path) is null)
            .Select(one => new ValidationResult($"has '{one.Path}', which is no path; write names with dots, [*] for every element, [name=value] for those that have it, as in data.reviews[*].text", [one.Setting]));
    }

    private static IEnumerable<ValidationResult> PagingFaults(JsonHttpOptions options)
    {
        var placeholder = options.Paging switch { JsonPaging.Cursor => "cursor", JsonPaging.Page => "page", JsonPaging.Offset => "offset", _ => null };
        var names = JsonTemplate.NamesIn(options.Address).Concat(JsonTemplate.NamesIn(options.Body ?? "")).ToList();
        if (placeholder is not null && !names.Contains(placeholder, StringComparer.Ordinal))
            yield return new($"is {options.Paging}, but {{{placeholder}}} stands neither in Address nor in Body", [nameof(options.Paging)]);
        if (options.Paging is JsonPaging.NextLink or JsonPaging.Cursor && options.Next.Length == 0)
            yield return new($"is missing; say where the answer holds it, as Paging is {options.Paging}", [nameof(options.Next)]);
        if (options.Order == ApiOrder.FromInstant && !names.Contains("since", StringComparer.Ordinal))
            yield return new("is FromInstant, but {since} stands neither in Address nor in Body", [nameof(options.Order)]);
    }
}
