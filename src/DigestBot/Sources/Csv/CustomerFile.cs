using CsvHelper;
using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;

namespace DigestBot.Sources.Csv;

/// <summary>A list of customers: a CSV file with the columns <c>handle</c>, <c>account</c> and <c>tier</c>.</summary>
internal static class CustomerFile
{
    private const int LongestField = 200;

    /// <summary>Its customers by handle, the last line of a handle winning, and the lines that could not be read.</summary>
    /// <exception cref="SourceException">There is no such file, or a column is missing.</exception>
    public static async Task<(IReadOnlyList<Customer> Customers, IReadOnlyList<SkippedItem> Skipped)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = SourceFiles.Open(path);
        using var csv = CsvReader.Create(file, new() { TrackLineNumbers = true, IncludeValuesInExceptions = false, MaxRecordSize = 64 * 1024 }, leaveOpen: true);
        var customers = new Dictionary<string, Customer>(StringComparer.Ordinal);
        var skipped = new List<SkippedItem>();
        try
        {
            await csv.ReadHeaderAsync(cancellationToken);
            var (handle, account, tier) = (Column(csv, "handle", path), Column(csv, "account", path), Column(csv, "tier", path));
            while (await csv.ReadAsync(cancellationToken))
            {
                if (CustomerOf(csv.GetString(handle), csv.GetString(account), csv.GetString(tier)) is { } customer)
                    customers[customer.Handle] = customer;
                else
                    skipped.Add(new(csv.LineNumber, $"handle, account and tier must have 1 to {LongestField} characters each"));
            }
        }
        catch (CsvFormatException error)
        {
            throw new SourceException($"The file {path} cannot be read from line {Math.Max(1, error.LineNumber)}. Check for a quote that is opened and never closed.", error);
        }
        return ([.. customers.Values], skipped);
    }

    private static int Column(CsvReader csv, string name, string path) => csv.TryGetFieldIndex(name, out var index)
        ? index
        : throw new SourceException($"The file {path} has no column {name}. Check its first line; expected: handle,account,tier");

    private static Customer? CustomerOf(string handle, string account, string tier)
    {
        var customer = new Customer(
            CleanText.Of(handle).Trim().TrimStart('@').ToLowerInvariant(), CleanText.Of(account).Trim(), CleanText.Of(tier).Trim());
        return Fits(customer.Handle) && Fits(customer.Account) && Fits(customer.Tier) ? customer : null;
    }

    private static bool Fits(string field) => field.Length is >= 1 and <= LongestField;
}
