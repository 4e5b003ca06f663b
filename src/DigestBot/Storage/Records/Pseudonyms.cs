using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Storage.Records;

/// <summary>Made-up names for the people of one workspace, the same for the same person within one deletion and never again.</summary>
/// <param name="platform">Name of the platform.</param>
/// <param name="workspace">Key of the workspace; empty for the one of the settings.</param>
/// <param name="heirs">Other ids of people who are known elsewhere too, by their ids here: what is theirs stays theirs.</param>
internal sealed class Pseudonyms(string platform, string workspace, IReadOnlyDictionary<string, string> heirs)
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    // As an id stands in a document: a whole JSON string. With a slash it is somebody of another workspace.
    private readonly Regex _ids = new(
        $"(?<=\"){Regex.Escape(StartOf(platform, workspace))}[^\"/\\\\]+(?=\")", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>Whose directory the people stand in.</summary>
    public string Circle { get; } = workspace.Length == 0 ? platform : $"{platform}:{workspace}";

    /// <summary>What their ids begin with.</summary>
    public string Start { get; } = StartOf(platform, workspace);

    /// <summary>The id is of somebody of the workspace.</summary>
    public bool Has(string id) => id.StartsWith(Start, StringComparison.Ordinal) && id.IndexOf('/', Start.Length) < 0;

    /// <summary>The person's id elsewhere; null for somebody known only here.</summary>
    public string? HeirOf(string id) => heirs.GetValueOrDefault(id);

    /// <summary>The name of an id.</summary>
    public string Of(string id) => HeirOf(id) ?? MadeUp(id);

    /// <summary>The name of an id, also of somebody who is known elsewhere.</summary>
    public string MadeUp(string id) =>
        $"{platform}:gone/{Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(id)).AsSpan(0, 8))}";

    /// <summary>The document without their ids; null when it has none.</summary>
    public string? Replaced(string document)
    {
        var replaced = _ids.Replace(document, id => Of(id.Value));
        return replaced == document ? null : replaced;
    }

    private static string StartOf(string platform, string workspace) => workspace.Length == 0 ? $"{platform}:" : $"{platform}:{workspace}/";
}
