using System.Globalization;
using System.Text;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli.Sourcing;

/// <summary>Reads one page of a source and shows what came; nothing is kept.</summary>
internal sealed class SourceTrial(IMentionReader reader)
{
    private const int Samples = 3;
    private const int Longest = 120;

    /// <summary>True when it could be read.</summary>
    public async Task<bool> RunAsync(IMentionSource source, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            var page = await source.CollectAsync(cursor: null, stop).FirstOrDefaultAsync(stop);
            await output.WriteLineAsync($"{source.Name} can be read: {page?.Mentions.Count ?? 0} mentions on its first page, {page?.Skipped.Count ?? 0} skipped.");
            foreach (var mention in page?.Mentions.TakeLast(Samples) ?? [])
                await output.WriteLineAsync($"  {Line(mention)}");
            foreach (var skipped in page?.Skipped.Take(Samples) ?? [])
                await errors.WriteLineAsync($"  item {skipped.Line} skipped: {skipped.Reason}");
            return true;
        }
        catch (SourceException failure)
        {
            await errors.WriteLineAsync($"{source.Name} cannot be read: {failure.Message}");
            return false;
        }
    }

    // Enough to know it again, and no more of a person than that.
    private string Line(Mention mention)
    {
        var author = mention.Author.Length == 0 ? "somebody" : $"{mention.Author.EnumerateRunes().First()}***";
        return VisibleText.Line(string.Create(CultureInfo.InvariantCulture, $"{mention.SaidAt:yyyy-MM-dd HH:mm} {author}: {Masked(mention)}"), Longest);
    }

    private string Masked(Mention mention)
    {
        var text = new StringBuilder(mention.Text);
        foreach (var span in reader.Read(mention).PersonalData.OrderByDescending(span => span.Start))
            text.Remove(span.Start, span.Length).Insert(span.Start, "***");
        return text.ToString();
    }
}
