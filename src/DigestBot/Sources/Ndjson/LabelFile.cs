using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Sources.Ndjson;

/// <summary>What a file of labelled texts holds.</summary>
/// <param name="Rows">Texts with a label, in the file's order.</param>
/// <param name="Unlabelled">Rows without a label or without a text; they are left out.</param>
/// <param name="Skipped">Lines that are no JSON object.</param>
internal sealed record LabelFile(IReadOnlyList<LabelledText> Rows, int Unlabelled, IReadOnlyList<SkippedItem> Skipped)
{
    /// <summary>Rows that are read at most, so that learning takes bounded memory.</summary>
    public const int MostRows = 200_000;

    /// <summary>Reads NDJSON; labels may be texts, numbers, true and false.</summary>
    /// <param name="stream">Read from where it stands; left open.</param>
    /// <param name="textFields">Fields that make the text, joined by a line break.</param>
    /// <param name="labelField">Field with the label.</param>
    /// <param name="stop">Ends it between two reads.</param>
    public static async Task<LabelFile> ReadAsync(Stream stream, string[] textFields, string labelField, CancellationToken stop)
    {
        var parser = new Parser(textFields, labelField);
        var lines = new LineReader(stream, default);
        do
            parser.TakeAll(lines);
        while (await lines.FillAsync(stop));
        return new(parser.Rows, parser.Unlabelled, parser.Skipped);
    }

    private sealed class Parser(string[] textFields, string labelField)
    {
        public List<LabelledText> Rows { get; } = [];

        public int Unlabelled { get; private set; }

        public List<SkippedItem> Skipped { get; } = [];

        public void TakeAll(LineReader lines)
        {
            while (Rows.Count < MostRows && lines.TryRead(out var line))
            {
                if (lines.IsTooLong)
                    Skipped.Add(new(lines.Line, "longer than 1 MB"));
                else if (!line.Trim(" \t"u8).IsEmpty && !TryTake(line))
                    Skipped.Add(new(lines.Line, "not valid JSON; expected one object on one line"));
            }
        }

        private bool TryTake(ReadOnlySpan<byte> line)
        {
            try
            {
                Take(line);
                return true;
            }
            catch (InvalidOperationException) // half an emoji
            {
                return TryTakeMended(BrokenJson.Mend(line));
            }
            catch (JsonException)
            {
                return false;
            }
        }

        private bool TryTakeMended(byte[] line)
        {
            try
            {
                Take(line);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }

        private void Take(ReadOnlySpan<byte> line)
        {
            var reader = new Utf8JsonReader(line);
            using var row = JsonDocument.ParseValue(ref reader);
            if (reader.Read() || row.RootElement.ValueKind != JsonValueKind.Object)
                throw new JsonException();
            var text = string.Join('\n', textFields.Select(field => Word(row.RootElement, field)).Where(part => !string.IsNullOrWhiteSpace(part)));
            if (Word(row.RootElement, labelField) is { Length: > 0 } label && text.Length > 0)
                Rows.Add(new(text, label, Word(row.RootElement, "language") ?? Word(row.RootElement, "lang")));
            else
                Unlabelled++;
        }

        private static string? Word(JsonElement row, string field)
        {
            if (!row.TryGetProperty(field, out var value))
                return null;
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => null,
            };
        }
    }
}
