using DigestBot.Settings;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Settings;

public sealed class TheSettings
{
    private const string Good = """{ "Brand": { "Name": "Acme Air" }, "Sources": [ { "Name": "news", "Kind": "Rss", "Address": "https://news.example.com/feed" } ] }""";

    [Theory]
    [InlineData("Teams:AppId", "nonsense", "an id such as")]
    [InlineData("Teams:Cloud", "Mars", "one of Public")]
    public void Of_Teams_that_cannot_be_read_are_named_once(string key, string value, string expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        var fault = Assert.Single(SettingsCheck.Faults(settings));
        Assert.StartsWith(key, fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_a_topic_that_has_a_name_and_no_words()
    {
        var settings = Configuration("""{ "Brand": { "Name": "Acme" }, "Topics": { "Delivery": [], "Refund": [ "cash back" ] }, "Departments": { "Claims": [] } }""");
        Assert.Empty(SettingsCheck.Faults(settings));
        var rules = CompanySettings.Read(settings).Rules;
        Assert.Empty(rules.Topics["delivery"]);
        Assert.Equal(["cash back"], rules.Topics["Refund"]);
        Assert.Empty(rules.Departments["Claims"]);
    }

    [Fact]
    public void Tell_every_fault_at_once()
    {
        var faults = FaultsOf("""
            {
              "Brand": { "Nmae": "Acme Air" },
              "Digest": [],
              "Digests": [ { "Draft": "Someday 15:00", "Publish": "Monday 25:00" } ]
            }
            """);
        Assert.Contains("Brand:Nmae is not a setting. Did you mean Name?", faults);
        Assert.Contains("Digest is not a setting. Did you mean Digests?", faults);
        Assert.Contains(faults, fault => fault.StartsWith("Digests:0:Draft: must be a weekday and a time", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Digests:0:Publish: must be a weekday and a time", StringComparison.Ordinal));
    }

    [Fact]
    public void Name_a_zone_that_does_not_exist() =>
        Assert.Contains(
            FaultsOf("""{ "Brand": { "Name": "Acme Air" }, "Sources": [ { "Name": "news", "Kind": "Rss", "Address": "https://news.example.com/feed" } ], "Digests": [ { "TimeZone": "Europe/Pariss" } ] }"""),
            fault => fault.Contains("'Europe/Pariss'", StringComparison.Ordinal) && fault.Contains("Europe/Paris", StringComparison.Ordinal));

    [Fact]
    public void Ask_for_a_brand_as_soon_as_a_source_is_there() =>
        Assert.Contains(FaultsOf("""{ "Sources": [ { "Name": "news", "Kind": "Rss", "Address": "https://news.example.com/feed" } ] }"""), fault => fault.StartsWith("Brand:Name is missing", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1:5080")]
    public void Refuse_an_address_that_cannot_be_served(string address) =>
        Assert.Contains($"Urls has '{address}', which cannot be served: write an address such as http://127.0.0.1:5080.", FaultsOf($$"""{ "Urls": "http://127.0.0.1:5080;{{address}}" }"""));

    [Fact]
    public void Refuse_two_digests_of_one_name() =>
        Assert.Contains(
            FaultsOf("""{ "Brand": { "Name": "Acme Air" }, "Sources": [ { "Name": "news", "Kind": "Rss", "Address": "https://news.example.com/feed" } ], "Digests": [ { "Name": "weekly" }, { "Name": "Weekly" } ] }"""),
            fault => fault.StartsWith("Digests: two are named", StringComparison.Ordinal));

    [Fact]
    public void Are_not_needed_on_the_first_day()
    {
        Assert.Empty(FaultsOf("{}"));
        Assert.True(CompanySettings.IsSample(Configuration("{}")));
    }

    [Fact]
    public void Give_a_weekly_digest_to_the_terminal_unless_told_otherwise()
    {
        var digest = CompanySettings.Read(Configuration(Good)).Digests.Single();
        Assert.Equal("weekly", digest.Name);
        Assert.Equal((DayOfWeek.Monday, new TimeOnly(8, 0)), (digest.PublishAt.Day, digest.PublishAt.Time));
        Assert.Equal("terminal", digest.Audiences.Single().Platform);
        Assert.Null(digest.Curators);
    }

    [Fact]
    public void Send_the_sample_where_the_digests_say_so_that_chat_can_be_tried_before_a_source_is_connected()
    {
        var company = CompanySettings.Read(Configuration("""{ "Digests": [ { "Audiences": [ { "Platform": "slack", "Channel": "C024" } ] } ] }"""));
        Assert.True(company.IsSample);
        var digest = company.Digests.Single();
        Assert.Equal(("Wrenbike", true), (digest.Brand.Name, digest.IsSample));
        Assert.Equal("C024", digest.Audiences.Single().Channel);
    }

    [Fact]
    public void Tell_the_faults_of_a_digest_of_the_sample_too() =>
        Assert.Contains(FaultsOf("""{ "Digests": [ { "TimeZone": "Europe/Pariss" } ] }"""), fault => fault.Contains("'Europe/Pariss'", StringComparison.Ordinal));

    [Fact]
    public void Count_the_same_from_the_environment()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Digests:0:TimeZone"] = "Asia/Tokyo", ["Brand:Name"] = "Acme Air", ["Sources:0:Name"] = "news" })
            .Build();
        Assert.Equal("Asia/Tokyo", CompanySettings.Read(settings).Digests.Single().Zone.Id);
    }

    private static IReadOnlyList<string> FaultsOf(string json) => SettingsCheck.Faults(Configuration(json));

    private static IConfigurationRoot Configuration(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build();
}
