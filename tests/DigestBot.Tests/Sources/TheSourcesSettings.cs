using DigestBot.Core.Mentions;
using DigestBot.Sample;
using DigestBot.Settings;
using DigestBot.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Sources;

public sealed class TheSourcesSettings
{
    [Theory]
    [InlineData("""{ "Name": "news" }""", "Kind")]
    [InlineData("""{ "Name": "news", "Kind": "Rss" }""", "Address")]
    [InlineData("""{ "Name": "news", "Kind": "Rss", "Address": "ftp://x.example/feed" }""", "Address")]
    [InlineData("""{ "Name": "shop", "Kind": "Ndjson" }""", "Path")]
    [InlineData("""{ "Name": "shop", "Kind": "Csv", "Path": "x.csv", "Columns": { "txt": "Body" } }""", "txt")]
    [InlineData("""{ "Name": "My News", "Kind": "Ndjson", "Path": "x" }""", "Name")]
    [InlineData("""{ "Name": "news", "Kind": "Ndjson", "Path": "x", "Every": "00:00:10" }""", "Every")]
    [InlineData("""{ "Name": "news", "Kind": "Rss", "Adress": "https://x.example/" }""", "Did you mean Address")]
    [InlineData("""{ "Name": "chats", "Kind": "Intercom", "Token": "x", "Server": "api.eu.intercom.io" }""", "Server.*https://")]
    [InlineData("""{ "Name": "app", "Kind": "AppStore", "App": "com.example.acme", "KeyId": "x", "PrivateKey": "x" }""", "App.*digits")]
    [InlineData("""{ "Name": "desk", "Kind": "Zendesk", "Subdomain": "acme.zendesk.com", "Token": "x" }""", "Subdomain.*before")]
    [InlineData("""{ "Name": "a", "Kind": "Ndjson", "Path": "x" }, { "Name": "A", "Kind": "Ndjson", "Path": "y" }""", "two|2 are named")]
    public void Name_the_key_that_is_wrong(string sources, string expected) =>
        Assert.Contains(SettingsCheck.Faults(Settings(sources)), fault => System.Text.RegularExpressions.Regex.IsMatch(fault, expected, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

    [Fact]
    public async Task Make_one_source_of_each_entry()
    {
        var settings = Settings("""
            { "Name": "news", "Kind": "Rss", "Address": "https://news.example.com/feed", "RequireBrand": true },
            { "Name": "shop", "Kind": "Ndjson", "Path": "shop.ndjson" },
            { "Name": "desk", "Kind": "csv", "Path": "desk.csv", "Columns": { "text": "Body" }, "Every": "01:00:00" }
            """);
        await using var services = Services(settings);
        var sources = services.GetServices<IMentionSource>().ToList();

        Assert.Empty(SettingsCheck.Faults(settings));
        Assert.Equal([("news", true), ("shop", false), ("desk", false)], sources.Select(source => (source.Name, source.RequiresBrand)));
    }

    [Fact]
    public async Task Bring_the_sample_company_in_only_while_neither_source_nor_brand_is_configured()
    {
        await using var nothing = Services(new ConfigurationBuilder().Build());
        await using var brand = Services(new ConfigurationBuilder().AddInMemoryCollection([new("Brand:Name", "Acme Air")]).Build());

        Assert.Equal(SampleCompany.Sources, nothing.GetServices<IMentionSource>().Select(source => source.Name));
        Assert.Empty(brand.GetServices<IMentionSource>());
    }

    private static IConfigurationRoot Settings(string sources) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{ "Brand": { "Name": "Acme Air" }, "Sources": [ {{sources}} ] }""")))
        .Build();

    private static ServiceProvider Services(IConfigurationRoot settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(settings)
        .AddSingleton(TimeProvider.System)
        .AddSources(settings)
        .BuildServiceProvider();
}
