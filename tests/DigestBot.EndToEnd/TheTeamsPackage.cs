namespace DigestBot.EndToEnd;

/// <summary>The app package judged by Microsoft's own schemas.</summary>
public sealed class TheTeamsPackage
{
    [ClientsFact]
    public async Task Is_valid_by_the_published_schema_with_and_without_slash_commands()
    {
        var said = await OtherClients.RunAsync("teams-manifest.cjs", Manifest("manifest.json"), Manifest("manifest-slash-commands.json"));
        Assert.Equal(["valid 1.25", "valid 1.30"], said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static string Manifest(string file) => Path.Combine(AppContext.BaseDirectory, "Manifests", file);
}
