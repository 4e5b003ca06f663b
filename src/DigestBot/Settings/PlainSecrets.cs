using DigestBot.Sources;
using Microsoft.Extensions.Configuration.Json;

namespace DigestBot.Settings;

/// <summary>Finds secrets that stand readable in a settings file.</summary>
internal static class PlainSecrets
{
    private const string UserSecrets = "secrets.json"; // outside the project, readable by its owner

    /// <summary>A sentence on each secret of a source that does; the secret is not in it.</summary>
    public static IEnumerable<string> In(IConfiguration settings) =>
        from entry in SourceSettings.Entries(settings)
        let kind = SourceSettings.KindOf(entry)
        where kind is not null
        from name in SecretValues.NamesIn(kind.Options)
        let path = $"{entry.Path}:{name}"
        let file = FileOf((IConfigurationRoot)settings, path)
        where file is not null
        select $"{path} stands readable in {file}. Give it as the environment variable {path.Replace(":", "__", StringComparison.Ordinal)}, or in a file of its own: {name}{SecretValues.FileEnding}.";

    // The last provider that has the value is the one that counts.
    private static string? FileOf(IConfigurationRoot settings, string path)
    {
        foreach (var provider in settings.Providers.Reverse())
        {
            if (provider.TryGet(path, out var value) && !string.IsNullOrWhiteSpace(value))
                return provider is JsonConfigurationProvider { Source.Path: { } file } && file != UserSecrets && !SecretValues.IsProtected(value) ? Path.GetFileName(file) : null;
        }
        return null;
    }
}
