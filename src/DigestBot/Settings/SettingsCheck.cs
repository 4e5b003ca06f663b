using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using DigestBot.Cli;
using DigestBot.Core;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Teams;
using DigestBot.Sources;
using DigestBot.Storage.Keys;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace DigestBot.Settings;

/// <summary>
/// Checks all settings before anything runs and tells every fault at once: misspelt keys with a suggestion, values of the wrong
/// type or out of range. (The binder's own strictness stops at the first fault, and does not look into lists.)
/// </summary>
internal static class SettingsCheck
{
    /// <summary>Every fault, one sentence each with what to write instead; empty when all is well. Values of secrets are not shown.</summary>
    public static IReadOnlyList<string> Faults(IConfigurationRoot settings)
    {
        var faults = new List<string>(UnknownSections(settings));
        foreach (var section in SettingsSection.All)
            Check(settings.GetSection(section.Name), section.Shape, faults);
        CheckSources(settings, faults);
        faults.AddRange(UrlsSetting.Faults(settings));
        faults.AddRange(CompanySettings.Faults(settings));
        faults.AddRange(SourceSettings.Faults(settings));
        faults.AddRange(ReactionSettings.Faults(settings));
        faults.AddRange(SlackSettings.Faults(settings));
        faults.AddRange(TeamsSettings.Faults(settings));
        faults.AddRange(KeysRegistration.Faults(settings, isNeeded: SlackSettings.Read(settings).ClientId is not null));
        return faults;
    }

    // The environment holds variables of everybody; only what was written for this program can be misspelt.
    private static IEnumerable<string> UnknownSections(IConfigurationRoot settings)
    {
        var written = settings.Providers
            .Where(provider => provider is JsonConfigurationProvider or JsonStreamConfigurationProvider or CommandLineConfigurationProvider)
            .SelectMany(provider => provider.GetChildKeys([], null))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var known = SettingsSection.All.Select(section => section.Name).ToList();
        return written
            .Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase) && !SettingsSection.OfTheHost.Contains(key))
            .Select(key => Unknown(key, key, known));
    }

    private static void Check(IConfigurationSection section, Type shape, List<string> faults)
    {
        if (!section.Exists())
            return;
        if (ElementOf(shape) is { } element)
        {
            foreach (var child in section.GetChildren())
                Check(child, element, faults);
            return;
        }
        if (IsSimple(shape))
            CheckValue(section, shape, faults);
        else
            CheckRecord(section, shape, faults);
    }

    // Each entry has the shape of its kind.
    private static void CheckSources(IConfigurationRoot settings, List<string> faults)
    {
        foreach (var entry in SourceSettings.Entries(settings))
        {
            if (SourceSettings.KindFault(entry) is { } fault)
                faults.Add(fault);
            else
                Check(entry, SourceSettings.KindOf(entry)!.Options, faults);
        }
    }

    private static void CheckRecord(IConfigurationSection section, Type shape, List<string> faults)
    {
        var before = faults.Count;
        var properties = shape.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        var secretFiles = SecretValues.NamesIn(shape).Select(name => name + SecretValues.FileEnding).ToList();
        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property))
                Check(child, property.PropertyType, faults);
            else if (secretFiles.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                continue; // looked at where it is read
            else
                faults.Add(Unknown(child.Path, child.Key, properties.Keys));
        }
        if (faults.Count == before)
            CheckRanges(section, shape, faults);
    }

    private static void CheckRanges(IConfigurationSection section, Type shape, List<string> faults)
    {
        var results = new List<ValidationResult>();
        try
        {
            var bound = new SecretValues(protection: null).Bind(section, shape);
            Validator.TryValidateObject(bound, new ValidationContext(bound), results, validateAllProperties: true);
        }
        catch (CommandException unreadable)
        {
            faults.Add(unreadable.Message);
        }
        faults.AddRange(results.Select(result => $"{section.Path}:{result.MemberNames.FirstOrDefault()}: {result.ErrorMessage}"));
    }

    private static void CheckValue(IConfigurationSection section, Type shape, List<string> faults)
    {
        var type = Nullable.GetUnderlyingType(shape) ?? shape;
        if (section.Value is null || type == typeof(string) || type == typeof(object))
            return;
        try
        {
            var value = TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, section.Value);
            // Several flags at once have no name of their own; a number that is no flag shows as a number.
            if (type.IsEnum && char.IsAsciiDigit(value!.ToString()![0]))
                faults.Add(Wrong(section, type));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            faults.Add(Wrong(section, type));
        }
    }

    private static string Wrong(IConfigurationSection section, Type type) =>
        $"{section.Path} is '{section.Value}'; expected {Expected(type)}.";

    private static string Expected(Type type)
    {
        if (type.IsEnum)
            return "one of " + string.Join(", ", Enum.GetNames(type));
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(TimeSpan))
            return "a time span such as 00:05:00 or 1.00:00:00 (d.hh:mm:ss)";
        if (type == typeof(Uri))
            return "an absolute address such as https://example.com/feed";
        return type == typeof(Guid) ? "an id such as 11111111-1111-4111-8111-111111111111" : "a number";
    }

    private static string Unknown(string path, string key, IEnumerable<string> known)
    {
        var names = known.ToList();
        return Nearest.To(key, names) is { } near
            ? $"{path} is not a setting. Did you mean {near}?"
            : $"{path} is not a setting. Known here: {string.Join(", ", names.Order(StringComparer.OrdinalIgnoreCase))}.";
    }

    private static Type? ElementOf(Type shape)
    {
        if (shape == typeof(string) || !shape.IsGenericType)
            return shape.IsArray ? shape.GetElementType() : null;
        var enumerable = shape.GetInterfaces().Append(shape)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        var element = enumerable?.GetGenericArguments()[0];
        return element is { IsGenericType: true } && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? element.GetGenericArguments()[1]
            : element;
    }

    private static bool IsSimple(Type shape) =>
        TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(shape) ?? shape).CanConvertFrom(typeof(string)) || shape == typeof(object);
}
