using System.Text;
using System.Text.Json;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>Gives each source name once: a feed has few of them and millions of items.</summary>
internal sealed class SourceNames
{
    private const int Most = 64; // beyond, a hostile feed would make the search slow
    private readonly List<(byte[] Utf8, string Name)> _known = [];

    /// <summary>The name that the reader stands on.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        foreach (var (utf8, name) in _known)
        {
            if (reader.ValueTextEquals(utf8))
                return name;
        }
        return Learn(CleanText.Of(reader.GetString()!).Trim());
    }

    private string Learn(string name)
    {
        if (_known.Count < Most)
            _known.Add((Encoding.UTF8.GetBytes(name), name));
        return name;
    }
}
