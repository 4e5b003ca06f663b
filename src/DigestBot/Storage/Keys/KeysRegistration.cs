using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Storage.Keys;

/// <summary>Registers the keys that protect tokens at rest.</summary>
internal static class KeysRegistration
{
    /// <summary>Name of the folder beside the database.</summary>
    internal const string Folder = "keys";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Adds Data Protection with its keys where section <c>Storage</c> keeps everything else; nothing is made before it is used.</summary>
    /// <exception cref="StorageException">The configured certificate cannot be used.</exception>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration settings)
    {
        var certificate = KeyCertificate.Load(Read(settings));
        var isServer = IsServer(settings);
        var protection = services.AddDataProtection().SetApplicationName("DigestBot");
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        if (certificate is not null)
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        if (isServer && certificate is null)
            protection.UseEphemeralDataProtectionProvider(); // nothing is to be stored: see Faults
        else
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
                new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = Repository(provider, isServer)));
        return services;
    }

    /// <summary>What a single check of one value cannot see.</summary>
    /// <param name="settings">The settings, whole.</param>
    /// <param name="isNeeded">Tokens are going to be stored.</param>
    public static IEnumerable<string> Faults(IConfiguration settings, bool isNeeded)
    {
        var options = Read(settings);
        if (options.Certificate is null && isNeeded && IsServer(settings))
        {
            return
            [
                "Keys:Certificate is missing: on PostgreSQL the tokens of installed workspaces are kept under keys that a certificate protects. "
                + "Make one (openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=digestbot -keyout keys.pem -out cert.pem && cat cert.pem >> keys.pem), "
                + "readable by this program only, and set Keys__Certificate to its path.",
            ];
        }
        try
        {
            using var certificate = KeyCertificate.Load(options);
            return [];
        }
        catch (StorageException fault)
        {
            return [fault.Message];
        }
    }

    private static KeyOptions Read(IConfiguration settings) => settings.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new();

    private static bool IsServer(IConfiguration settings) =>
        settings.GetValue($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}", StorageProvider.Sqlite) == StorageProvider.PostgreSQL;

    private static IXmlRepository Repository(IServiceProvider provider, bool isServer) => isServer
        ? new DatabaseKeys(provider.GetRequiredService<StorageEngine>())
        : new FileSystemXmlRepository(OwnFolder(provider.GetRequiredService<StorageLocation>()), NullLoggerFactory.Instance);

    // The files are made readable by their owner only; the folder has to be made so by us, also when a backup brought it back otherwise.
    private static DirectoryInfo OwnFolder(StorageLocation location)
    {
        var folder = Directory.CreateDirectory(Path.Combine(location.Folder, Folder));
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = OwnerOnly;
        return folder;
    }
}
