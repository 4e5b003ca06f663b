using System.Text.Json.Nodes;

namespace DigestBot.EndToEnd;

/// <summary>The real program on somebody else's Slack: what a company sees from the first start on.</summary>
public sealed class TheSlackEmulator
{
    [ClientsFact]
    public async Task Shows_the_edition_once_and_what_people_do_with_it()
    {
        using var company = await CompanyOnSlack.OpenAsync();
        var ten = await company.EditionAsync();
        Assert.Equal(11, ten.Count);

        var issue = ten.First(message => message.Text().Contains("Issue", StringComparison.OrdinalIgnoreCase) && message.Has("I own this"));
        await company.ReactAsync("ana", issue, "eyes", isAdded: true);
        await company.ShowsAsync(issue, "Ana Castillo");

        await company.ReplyAsync("ana", "done: docks repaired");
        await company.ShowsAsync(issue, "docks repaired");

        await company.RestartAsync();
        Assert.Equal(11, (await company.EditionAsync()).Count);
    }

    [ClientsFact]
    public async Task Frees_what_somebody_owned_when_the_reaction_is_taken_away()
    {
        using var company = await CompanyOnSlack.OpenAsync();
        var issue = (await company.EditionAsync()).First(message => message.Has("I own this"));
        await company.ReactAsync("cleo", issue, "eyes", isAdded: true);
        await company.ShowsAsync(issue, "Cleo Marsh");
        await company.ReactAsync("cleo", issue, "eyes", isAdded: false);
        await company.ShowsAsync(issue, "I own this");
    }
}

/// <summary>How a message of the emulator reads.</summary>
internal static class EmulatedMessage
{
    public static string Id(this JsonNode message) => message["ts"]!.GetValue<string>();

    /// <summary>Everything in it, as JSON.</summary>
    public static string Text(this JsonNode message) => message.ToJsonString(Readable);

    public static bool Has(this JsonNode message, string words) => message.Text().Contains(words, StringComparison.Ordinal);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
