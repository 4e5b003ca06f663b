using System.Text.Json;

namespace DigestBot.EndToEnd;

/// <summary>The sample company in the terminal; people press on its page.</summary>
internal sealed class KilledOnTerminal(Random dice) : KilledInstallation(dice)
{
    protected override Task<bool> AddAsync(RunningProgram program, int number) =>
        program.ActAsync($"press-{number}", "add", $"The crew on flight number {number} was kind to us", "jonas");

    protected override IReadOnlyList<string> Standing() =>
    [
        .. Directory.GetFiles(Folder.FullName, "terminal-*.ndjson").SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => !line.GetProperty("isChange").GetBoolean())
            .Select(line => line.GetProperty("key").GetString()!),
    ];
}
