using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DigestBot.Settings;
using DigestBot.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Storage;

/// <summary>What protects tokens at rest.</summary>
public sealed class TheKeys : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Stand_beside_the_file_and_open_after_a_restart_what_they_closed_before()
    {
        await using var store = await TestStore.CreateAsync();
        var sealedText = Protector(store).Protect("xoxb-secret");
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(store.Location.File)!, "keys"), "key-*.xml"));
        await store.RestartAsync();
        Assert.Equal("xoxb-secret", Protector(store).Unprotect(sealedText));
    }

    [Theory]
    [InlineData("keys.pfx", "secret")]
    [InlineData("keys.pfx", null)]
    [InlineData("keys.pem", null)]
    public void Are_protected_by_a_certificate_of_either_kind(string name, string? password) =>
        Assert.Empty(Faults(("Keys:Certificate", Certificate(name, password)), ("Keys:Password", password)));

    [Fact]
    public void Say_what_is_wrong_with_the_certificate_before_anything_starts()
    {
        Assert.Contains("Keys:Certificate cannot be read: /no/such/file.pfx", Assert.Single(Faults(("Keys:Certificate", "/no/such/file.pfx"))), StringComparison.Ordinal);
        var wrong = Assert.Single(Faults(("Keys:Certificate", Certificate("keys.pfx", "secret")), ("Keys:Password", "wrong-password")));
        Assert.Contains("Keys:Password", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-password", wrong, StringComparison.Ordinal);
        var garbage = Path.Combine(_folder.FullName, "garbage.pem");
        File.WriteAllText(garbage, "not a certificate");
        Assert.Contains("Keys:Certificate cannot be read", Assert.Single(Faults(("Keys:Certificate", garbage))), StringComparison.Ordinal);
    }

    [Fact]
    public void Need_a_certificate_on_PostgreSQL_as_soon_as_workspaces_can_be_installed()
    {
        (string, string?)[] server = [("Storage:Provider", "PostgreSQL"), ("Storage:ConnectionString", "Host=localhost;Database=x"), ("Slack:SigningSecret", "12345678")];
        Assert.Empty(Faults([.. server, ("Slack:BotToken", "xoxb-12345678")]));
        (string, string?)[] installable = [.. server, ("Slack:ClientId", "1234.5678"), ("Slack:ClientSecret", "12345678")];
        Assert.StartsWith("Keys:Certificate is missing", Assert.Single(Faults(installable)), StringComparison.Ordinal);
        Assert.Empty(Faults([.. installable, ("Keys:Certificate", Certificate("keys.pfx", null))]));
    }

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings) => SettingsCheck.Faults(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal)).Build());

    private static IDataProtector Protector(TestStore store) => store.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private string Certificate(string name, string? password) => KeyFile.Make(Path.Combine(_folder.FullName, name), password);
}

/// <summary>The same on PostgreSQL, where several processes share them.</summary>
[Collection(PostgresTests.Name)]
public sealed class TheKeysOnPostgreSQL(PrivatePostgres server) : INeedsPostgres
{
    [StoreFact]
    public async Task Stand_in_the_database_under_the_certificate_and_open_in_every_process()
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-keys-");
        var connection = await server.CreateDatabaseAsync();
        var file = KeyFile.Make(Path.Combine(folder.FullName, "keys.pfx"), "secret");
        await using var one = await OpenAsync(connection, file);
        var sealedText = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("xoxb-secret");
        await using var other = await OpenAsync(connection, file);
        Assert.Equal("xoxb-secret", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
        await using var context = one.GetRequiredService<DigestBot.Storage.StorageEngine>().Read();
        var key = Assert.Single(await context.ProtectionKeys.ToListAsync());
        Assert.Contains("EncryptedData", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [StoreFact]
    public async Task Are_never_stored_in_the_open()
    {
        await using var store = await server.OpenStoreAsync();
        store.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("xoxb-secret");
        await using var context = store.Services.GetRequiredService<DigestBot.Storage.StorageEngine>().Read();
        Assert.Empty(await context.ProtectionKeys.ToListAsync());
    }

    private static async Task<ServiceProvider> OpenAsync(string connection, string file)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "PostgreSQL", ["Storage:ConnectionString"] = connection, ["Keys:Certificate"] = file, ["Keys:Password"] = "secret",
        }).Build();
        var services = DigestBot.Storage.StorageRegistration.AddStorage(new ServiceCollection(), settings).BuildServiceProvider();
        await services.GetRequiredService<DigestBot.Storage.MigrationRunner>().MigrateAsync(default);
        return services;
    }
}

/// <summary>A certificate for a test.</summary>
internal static class KeyFile
{
    /// <summary>Makes one, as <c>.pfx</c> or <c>.pem</c> by the file's name.</summary>
    public static string Make(string file, string? password)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=digestbot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        if (file.EndsWith(".pem", StringComparison.Ordinal))
            File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}\n");
        else
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, password));
        return file;
    }
}
