using System.Text.Json;
using DigestBot.Core.Platforms;
using Microsoft.Data.Sqlite;

namespace DigestBot.EndToEnd;

/// <summary>A data folder whose program is killed again and again.</summary>
internal sealed class KilledInstallation(Random dice) : IDisposable
{
    // An edition is published once only, so its points come first.
    private static readonly string[] Points =
        [CrashPoints.EditionNotCommitted, CrashPoints.EditionCommitted, .. CrashPoints.All.Except([CrashPoints.EditionNotCommitted, CrashPoints.EditionCommitted])];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-kill-");
    private int _acknowledged;

    private string DataFile => Path.Combine(_folder.FullName, "killed.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>Dies so often, once at each named point and then at moments of its own; how often it came to its point.</summary>
    public async Task<int> DieAsync(int times)
    {
        var crashes = 0;
        for (var kill = 0; kill < times; kill++)
            crashes += await LiveAndDieAsync(kill < Points.Length ? CrashPoint(Points[kill]) : null) ? 1 : 0;
        return crashes;
    }

    private string CrashPoint(string point) =>
        $"{point}:{(point is CrashPoints.EditionNotCommitted or CrashPoints.EditionCommitted ? 1 : dice.Next(1, 5))}";

    // True when it died at its point; otherwise it is killed when it has acknowledged a few, at once.
    private async Task<bool> LiveAndDieAsync(string? crashAt)
    {
        using var program = RunningProgram.Start(DataFile, crashAt);
        var isAlive = await program.IsReadyAsync();
        for (var press = dice.Next(1, 6); isAlive && press > 0; press--)
            isAlive = await PressAsync(program);
        var hasCrashed = crashAt is not null && program.EndsSoon();
        program.Kill();
        return hasCrashed;
    }

    // The same button again when nobody answered: that is what the page and every chat platform do.
    private async Task<bool> PressAsync(RunningProgram program)
    {
        var next = _acknowledged + 1;
        if (!await program.ActAsync($"press-{next}", "add", $"The crew on flight number {next} was kind to us", "jonas"))
            return false;
        _acknowledged = next;
        return true;
    }

    /// <summary>Lives until nothing is left to do, and is stopped; how many actions were acknowledged in all.</summary>
    public async Task<int> LiveUntilQuietAsync()
    {
        using var program = RunningProgram.Start(DataFile);
        Assert.True(await program.IsReadyAsync(), program.Said);
        Assert.True(await PressAsync(program));
        Assert.True(await program.BecomesAsync(() => Task.FromResult(IsQuiet())), program.Said);
        var exitCode = program.Stop();
        Assert.True(exitCode == 0, $"Exit code {exitCode}: {program.Said}");
        return _acknowledged;
    }

    private bool IsQuiet() =>
        Scalar("SELECT COUNT(*) FROM editions") == 1
        && Scalar("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
        && Scalar("SELECT COUNT(*) FROM audit WHERE verb = 'add'") == _acknowledged
        && Scalar("SELECT COUNT(*) FROM deliveries WHERE state <> 2") == 0;

    /// <summary>Each acknowledged action has one effect and one audit line.</summary>
    public void AssertEachActionOnce()
    {
        Assert.Equal(_acknowledged, Scalar("SELECT COUNT(*) FROM audit WHERE verb = 'add' AND result = 'done'"));
        Assert.Equal(_acknowledged, Scalar("SELECT COUNT(DISTINCT subject) FROM audit WHERE verb = 'add'"));
        Assert.Equal(_acknowledged, Scalar("SELECT COUNT(*) FROM inbox"));
        Assert.Equal(1, Scalar("SELECT COUNT(*) FROM editions"));
    }

    /// <summary>Each delivery stands once in the channels.</summary>
    public void AssertEachMessageOnce()
    {
        var keys = Directory.GetFiles(_folder.FullName, "terminal-*.ndjson").SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => !line.GetProperty("isChange").GetBoolean())
            .Select(line => line.GetProperty("key").GetString()!)
            .ToList();
        Assert.Equal(keys.Distinct(StringComparer.Ordinal).Count(), keys.Count);
        Assert.Equal(Scalar("SELECT COUNT(*) FROM deliveries"), keys.Count);
        Assert.Equal(_acknowledged, keys.Count(key => key.StartsWith("alert|", StringComparison.Ordinal)));
        Assert.Contains(keys, key => key.StartsWith("edition|", StringComparison.Ordinal) && key.EndsWith("|0", StringComparison.Ordinal));
    }

    private long Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataFile};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
