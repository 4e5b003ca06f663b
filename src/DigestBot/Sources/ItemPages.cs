using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources;

/// <summary>Makes pages of items, each read by itself, so that one that makes no sense costs nothing but itself.</summary>
internal static class ItemPages
{
    /// <summary>The page, without a next one.</summary>
    public static ApiPage Read<T>(IReadOnlyList<JsonElement> items, JsonTypeInfo<T> shape, Func<T, SaidItem?> meaning, string source, DateTimeOffset now)
        where T : class
    {
        var (mentions, skipped, gone, newest) = (new List<Mention>(), new List<SkippedItem>(), new List<string>(), (DateTimeOffset?)null);
        foreach (var (number, item) in items.Index())
        {
            var said = Meaning(item, shape, meaning, out var fault);
            if (said is { IsGone: true, Id: { } id })
                gone.Add(id);
            else if (said?.ToMention(source, now, out fault) is { } mention)
                mentions.Add(mention);
            if (fault is not null)
                skipped.Add(new(number + 1, fault));
            else if ((said?.ChangedAt ?? said?.At) is { } at && !(at <= newest))
                newest = at;
        }
        return new(mentions, Next: null) { Skipped = skipped, Gone = gone, Newest = newest };
    }

    private static SaidItem? Meaning<T>(JsonElement item, JsonTypeInfo<T> shape, Func<T, SaidItem?> meaning, out string? fault)
        where T : class
    {
        fault = null;
        try
        {
            if (item.ValueKind is JsonValueKind.Object && item.Deserialize(shape) is { } read)
                return meaning(read);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            // Told below without the parser's words, which may quote a customer.
        }
        fault = "it is not of the expected shape";
        return null;
    }
}
