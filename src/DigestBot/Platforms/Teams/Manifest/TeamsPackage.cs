using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams.Manifest;

/// <summary>The app package that is uploaded to Teams: a zip with the manifest and two icons at its root.</summary>
internal static class TeamsPackage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The same manifest makes the same bytes; zip knows no time before 1980.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The manifest as it stands in the package.</summary>
    public static string Text(JsonObject manifest) => manifest.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

    /// <summary>Writes the package.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="target">Where to; left open.</param>
    public static void Write(JsonObject manifest, Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", new MemoryStream(Encoding.UTF8.GetBytes(Text(manifest))));
        Add(zip, "color.png", Icon("color.png"));
        Add(zip, "outline.png", Icon("outline.png"));
    }

    private static Stream Icon(string name) => typeof(TeamsPackage).Assembly.GetManifestResourceStream($"teams/{name}")
        ?? throw new InvalidOperationException($"The program was built without the icon {name}.");

    private static void Add(ZipArchive zip, string name, Stream content)
    {
        using (content)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Epoch;
            using var file = entry.Open();
            content.CopyTo(file);
        }
    }
}
