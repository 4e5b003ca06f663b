using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DigestBot.Storage.Keys;

/// <summary>The certificate of section <c>Keys</c>.</summary>
internal static class KeyCertificate
{
    /// <summary>The certificate; null when none is configured.</summary>
    /// <exception cref="StorageException">It cannot be used; the message says why.</exception>
    public static X509Certificate2? Load(KeyOptions options)
    {
        if (options.Certificate is not { } file)
            return null;
        try
        {
            var certificate = Read(file, options.Password);
            if (certificate.HasPrivateKey && certificate.GetRSAPrivateKey() is not null)
                return certificate;
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"Keys:Certificate cannot be read: {file}. Check that the file is there, may be read, and that Keys:Password is its password.", error);
        }
        throw new StorageException($"Keys:Certificate must be an RSA certificate with its private key: {file} is not.");
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        if (!file.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        return string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPemFile(file)
            : X509Certificate2.CreateFromEncryptedPemFile(file, password);
    }
}
