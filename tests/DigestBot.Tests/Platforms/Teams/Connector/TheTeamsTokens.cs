using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Connector;

/// <summary>The bot's own tokens, from a login on loopback by Microsoft's own client library.</summary>
public sealed class TheTeamsTokens
{
    [Fact]
    public async Task Come_from_the_companys_own_tenant_for_the_secret()
    {
        await using var office = await TeamsOffice.StrangeAsync();
        var token = await TokenAsync(office);
        Assert.Equal((token, token), (await TokenAsync(office), office.Teams.Login.Issued.Single()));
    }

    [Fact]
    public async Task Come_from_the_frameworks_tenant_for_a_bot_of_the_old_kind()
    {
        await using var office = await TeamsOffice.StrangeAsync(("Teams:TenantId", null));
        office.Teams.Login.Authority = "botframework.com";
        Assert.NotNull(await TokenAsync(office));
        Assert.Equal("botframework.com/oauth2/v2.0/token", office.Teams.Calls.Single(call => call.Operation == "token").Path);
    }

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public async Task Come_for_a_certificate_without_any_secret(string extension)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("digestbot-test-").FullName, "bot" + extension);
        using var certificate = Certificate();
        if (extension == ".pfx")
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx));
        else
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var office = await TeamsOffice.StrangeAsync(("Teams:AppSecret", null), ("Teams:CertificatePath", file));
        office.Teams.Login.TakesCertificates = true;

        Assert.NotNull(await TokenAsync(office));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("Teams:AppSecret", "a-wrong-secret", "check Teams:AppSecret")]
    [InlineData("Teams:TenantId", "55555555-5555-4555-8555-555555555555", "check Teams:TenantId")]
    public async Task Are_refused_with_the_setting_to_look_at_and_never_with_the_secret(string key, string value, string nextStep)
    {
        await using var office = await TeamsOffice.StrangeAsync((key, value));
        var refused = Assert.IsType<TokenAnswer.Refused>(await Tokens(office).GetAsync(null, default));
        Assert.Contains(nextStep, refused.Words, StringComparison.Ordinal);
        foreach (var secret in (string[])["a-wrong-secret", FakeTeams.AppSecret])
            Assert.DoesNotContain(office.Log.Lines.Append(refused.Words), line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_not_there_when_the_login_does_not_answer_and_come_when_it_does()
    {
        await using var office = await TeamsOffice.StrangeAsync();
        office.Teams.Faults.Always = call => call.Operation == "token" ? FakeTeamsFault.Page(503) : null;
        Assert.IsType<TokenAnswer.NoAnswer>(await Tokens(office).GetAsync(null, default));
        office.Teams.Faults.Always = _ => null;
        Assert.NotNull(await TokenAsync(office));
    }

    [Fact]
    public async Task Are_refused_for_a_certificate_that_cannot_be_read()
    {
        var file = Path.GetTempFileName();
        await using var office = await TeamsOffice.StrangeAsync(("Teams:AppSecret", null), ("Teams:CertificatePath", file));
        Assert.Contains("Teams:CertificatePath", Assert.IsType<TokenAnswer.Refused>(await Tokens(office).GetAsync(null, default)).Words, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Are_told_to_nobody_who_prints_an_answer() => Assert.DoesNotContain("secret", new TokenAnswer.Given("secret").ToString(), StringComparison.Ordinal);

    private static TeamsTokens Tokens(TeamsOffice office) => office.Services.GetRequiredService<TeamsTokens>();

    private static async Task<string> TokenAsync(TeamsOffice office) =>
        Assert.IsType<TokenAnswer.Given>(await Tokens(office).GetAsync(null, default)).Token;

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new CertificateRequest("CN=DigestBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(begin, begin.AddYears(5));
    }
}
