using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Cli;
using DigestBot.Storage;
using Microsoft.Extensions.Configuration.Json;

namespace DigestBot.Settings;

/// <summary>
/// What was settled in chat instead of in a settings file: <c>setup.json</c> beside the data, with the same sections. It lies
/// over the settings files and below environment and command line. Safe for concurrent reading; one writer at a time.
/// </summary>
internal sealed class SetupFile
{
    /// <summary>Its name.</summary>
    public const string Name = "setup.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly ConfigurationManager _settings;
    private readonly IConfigurationSource? _own;

    private SetupFile(ConfigurationManager settings, string? path, IConfigurationSource? own) => (_settings, Path, _own) = (settings, path, own);

    /// <summary>Full path, whether it exists or not; null where several processes share a server and none of them can keep it.</summary>
    public string? Path { get; }

    /// <summary>Reads it into the settings, at its place.</summary>
    /// <exception cref="CommandException">It is no JSON.</exception>
    public static SetupFile AddTo(ConfigurationManager settings)
    {
        if (PathFor(settings) is not { } path)
            return new(settings, path: null, own: null);
        var own = Source(path);
        try
        {
            settings.Sources.Insert(AfterTheFiles(settings.Sources), own);
        }
        catch (InvalidDataException broken)
        {
            throw new CommandException($"{path} cannot be read: {(broken.InnerException ?? broken).Message} Mend it, or delete it and set up again.", innerException: broken);
        }
        return new(settings, path, own);
    }

    /// <summary>What it holds; empty when it does not exist.</summary>
    public JsonObject Read() =>
        Path is not null && File.Exists(Path) && JsonNode.Parse(File.ReadAllText(Path)) is JsonObject kept ? kept : [];

    /// <summary>The settings with <paramref name="content"/> in the place of what the file holds; nothing is written.</summary>
    public IConfigurationRoot With(JsonObject content)
    {
        var builder = new ConfigurationBuilder();
        foreach (var source in _settings.Sources)
            builder.Add(ReferenceEquals(source, _own) ? Source(content) : source);
        return builder.Build();
    }

    /// <summary>Writes it so that a crash leaves the old one or the new one; only its owner can read it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task WriteAsync(JsonObject content, CancellationToken cancellationToken)
    {
        var path = Path ?? throw new InvalidOperationException("Several processes share this installation: none of them keeps settings.");
        var fresh = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(fresh, options))
        {
            await JsonSerializer.SerializeAsync(file, content, Indented, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }

    // Environment and arguments come after the files and stay above what chat says.
    private static int AfterTheFiles(IList<IConfigurationSource> sources) =>
        sources.Select((source, place) => source is JsonConfigurationSource ? place + 1 : 0).Max();

    private static JsonConfigurationSource Source(string path)
    {
        var source = new JsonConfigurationSource { Path = path, Optional = true };
        source.ResolveFileProvider();
        return source;
    }

    private static JsonStreamConfigurationSource Source(JsonObject content) => new() { Stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content)) };

    private static string? PathFor(ConfigurationManager settings)
    {
        try
        {
            var storage = settings.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
            return storage.Provider == StorageProvider.PostgreSQL
                ? null
                : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(StorageLocation.Of(storage, StorageLocation.MainFile).File)!, Name);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or StorageException)
        {
            return null; // told where the settings are checked and the store is opened
        }
    }
}
