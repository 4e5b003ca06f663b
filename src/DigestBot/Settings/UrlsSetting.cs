namespace DigestBot.Settings;

/// <summary>The standard setting <c>Urls</c>: where the page is served, addresses separated by semicolons.</summary>
internal static class UrlsSetting
{
    private const int HighestPort = 65535;

    /// <summary>What is wrong with it, one sentence an address.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings) =>
        (settings["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(address => !CanBeServed(address))
            .Select(address => $"Urls has '{address}', which cannot be served: write an address such as http://127.0.0.1:5080.");

    private static bool CanBeServed(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.Scheme is "http" or "https" && (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port is >= 0 and <= HighestPort);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
