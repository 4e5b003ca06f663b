using System.Reflection;
using System.Security.Cryptography;
using DigestBot.Cli;
using Microsoft.AspNetCore.DataProtection;
using Secret = DigestBot.Outgoing.Secret;

namespace DigestBot.Settings;

/// <summary>
/// Reads options that hold secrets. A secret <c>Token</c> may be written as <c>Token</c> (in the environment, in user secrets), as
/// <c>TokenFile</c> (path of a file), or, by this program, protected under its own keys.
/// </summary>
/// <param name="protection">The keys; null where protected values cannot be opened.</param>
internal sealed class SecretValues(IDataProtectionProvider? protection)
{
    /// <summary>Ending of a key that names a file.</summary>
    public const string FileEnding = "File";

    private const string Protected = "protected:";
    private const string Purpose = "DigestBot.Settings.Secrets";

    /// <summary>Names of the secrets of a type of options.</summary>
    public static IReadOnlyList<string> NamesIn(Type options) =>
        [.. options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(Secret)).Select(property => property.Name)];

    /// <summary>True when a value was protected by <see cref="Protect"/>.</summary>
    public static bool IsProtected(string? value) => value?.StartsWith(Protected, StringComparison.Ordinal) == true;

    /// <summary>A value as it may stand in a file.</summary>
    public string Protect(string value) =>
        Protected + (protection ?? throw new InvalidOperationException("There are no keys to protect it with.")).CreateProtector(Purpose).Protect(value);

    /// <summary>The options of a section, secrets from their files and opened.</summary>
    /// <exception cref="CommandException">A secret cannot be read; the message says which and what to do.</exception>
    public object Bind(IConfigurationSection section, Type options)
    {
        var names = NamesIn(options);
        if (names.Count == 0)
            return section.Get(options) ?? Activator.CreateInstance(options)!;
        var values = section.AsEnumerable(makePathsRelative: true).Where(pair => pair.Key.Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
            values[name] = Open(section, name, values.GetValueOrDefault(name), values.GetValueOrDefault(name + FileEnding));
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().Get(options) ?? Activator.CreateInstance(options)!;
    }

    private string? Open(IConfigurationSection section, string name, string? value, string? path)
    {
        if (string.IsNullOrWhiteSpace(value))
            return string.IsNullOrWhiteSpace(path) ? null : Content(section, name, path);
        return IsProtected(value) && protection is not null ? Unprotect(section, name, value) : value;
    }

    private static string Content(IConfigurationSection section, string name, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{section.Path}:{name}{FileEnding} is '{path}', which cannot be read. Check the path, and that this user may read it.", innerException: error);
        }
    }

    private string Unprotect(IConfigurationSection section, string name, string value)
    {
        try
        {
            return protection!.CreateProtector(Purpose).Unprotect(value[Protected.Length..]);
        }
        catch (CryptographicException error)
        {
            throw new CommandException($"{section.Path}:{name} was kept under keys that are not here. Bring the folder 'keys' back, or give the secret again: digestbot source add.", innerException: error);
        }
    }
}
