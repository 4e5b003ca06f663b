using DigestBot.Platforms.Slack;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Platforms.Slack;

public sealed class TheSlackSettings
{
    [Fact]
    public void Are_not_needed_without_Slack()
    {
        Assert.Empty(FaultsOf());
        Assert.False(SlackSettings.Read(Configuration()).IsConfigured);
    }

    [Theory]
    [InlineData("Slack:SigningSecret is missing", "BotToken=xoxb-12345678")]
    [InlineData("Slack:BotToken is missing", "SigningSecret=12345678")]
    [InlineData("Slack:ClientSecret is missing", "SigningSecret=12345678", "ClientId=1.2")]
    [InlineData("Slack:AppToken must begin with xapp-", "AppToken=xoxb-12345678", "BotToken=xoxb-12345678")]
    [InlineData("Slack:ApiBaseAddress must be an absolute address that ends with a slash", "SigningSecret=12345678", "BotToken=xoxb-1", "ApiBaseAddress=https://slack.com/api")]
    public void Name_the_key_that_is_missing_when_Slack_is_half_configured(string fault, params string[] settings) =>
        Assert.Contains(FaultsOf(settings), found => found.StartsWith(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("SigningSecret=12345678", "BotToken=xoxb-12345678")]
    [InlineData("AppToken=xapp-12345678", "BotToken=xoxb-12345678")]
    [InlineData("SigningSecret=12345678", "ClientId=1.2", "ClientSecret=12345678")]
    public void Are_complete_with_a_secret_or_an_app_token_and_a_way_to_tokens(params string[] settings)
    {
        Assert.Empty(FaultsOf(settings));
        Assert.True(SlackSettings.Read(Configuration(settings)).IsConfigured);
    }

    [Theory]
    [InlineData("C024", null, "C024", "slack:C024")]
    [InlineData("T01/C024", "T01", "C024", "slack:T01/C024")]
    public void Address_a_place_with_its_workspace_or_in_the_configured_one(string text, string? workspace, string id, string person)
    {
        var address = SlackAddress.Parse(text);
        Assert.Equal((workspace, id), (address.Workspace, address.Id));
        Assert.Equal(text, address.ToString());
        Assert.Equal(person, address.PersonId);
    }

    private static IReadOnlyList<string> FaultsOf(params string[] settings) => [.. SlackSettings.Faults(Configuration(settings))];

    private static IConfigurationRoot Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create($"Slack:{pair[0]}", (string?)pair[1])))
        .Build();
}
