using DigestBot.Core.Platforms;
using Microsoft.Data.Sqlite;

namespace DigestBot.EndToEnd;

/// <summary>A data folder whose program is killed again and again while people press things.</summary>
internal abstract class KilledInstallation(Random dice) : IDisposable
{
    // An edition is published once only, so its points come first.
    private static readonly string[] Points =
        [CrashPoints.EditionNotCommitted, CrashPoints.EditionCommitted, .. CrashPoints.All.Except([CrashPoints.EditionNotCommitted, CrashPoints.EditionCommitted])];

    /// <summary>How many actions were acknowledged in all.</summary>
    public int Acknowledged { get; private set; }

    protected Random Dice => dice;

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("digestbot-kill-");

    /// <summary>Settings besides the data file, as arguments.</summary>
    protected virtual IReadOnlyList<string> Settings => [];

    /// <summary>Deliveries that are still to come to an end, as a condition in SQL.</summary>
    protected virtual string Unsettled => "state <> 2";

    /// <summary>What was acknowledged besides the actions.</summary>
    protected virtual int OtherArrivals => 0;

    private string DataFile => Path.Combine(Folder.FullName, "killed.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Folder.Delete(recursive: true);
    }

    /// <summary>Dies so often, once at each named point and then at moments of its own; how often it came to its point.</summary>
    public async Task<int> DieAsync(int times)
    {
        var crashes = 0;
        for (var kill = 0; kill < times; kill++)
            crashes += await LiveAndDieAsync(kill < Points.Length ? CrashPoint(Points[kill]) : null) ? 1 : 0;
        return crashes;
    }

    /// <summary>Lives until nothing is left to do, and is stopped.</summary>
    public async Task LiveUntilQuietAsync()
    {
        using var program = Start(null);
        Assert.True(await program.IsReadyAsync(), program.Said);
        Assert.True(await PressAsync(program));
        Assert.True(await program.BecomesAsync(() => Task.FromResult(IsQuiet())), program.Said);
        var exitCode = program.Stop();
        Assert.True(exitCode == 0, $"Exit code {exitCode}: {program.Said}");
    }

    /// <summary>Each acknowledged action has one effect and one audit line.</summary>
    public void AssertEachActionOnce()
    {
        Assert.Equal(Acknowledged, Scalar("SELECT COUNT(*) FROM audit WHERE verb = 'add' AND result = 'done'"));
        Assert.Equal(Acknowledged, Scalar("SELECT COUNT(DISTINCT subject) FROM audit WHERE verb = 'add'"));
        Assert.Equal(Acknowledged + OtherArrivals, Scalar("SELECT COUNT(*) FROM inbox"));
        Assert.Equal(1, Scalar("SELECT COUNT(*) FROM editions"));
    }

    /// <summary>Each delivery stands once in the channels.</summary>
    public void AssertEachMessageOnce()
    {
        var keys = Standing();
        Assert.Equal(keys.Distinct(StringComparer.Ordinal).Count(), keys.Count);
        AssertAllStand(keys.Count);
        // An alert about a message that nobody can tell about is named after it.
        Assert.Equal(Acknowledged, Scalar("SELECT COUNT(*) FROM deliveries WHERE key LIKE 'alert|%' AND part NOT LIKE 'edition%' AND part NOT LIKE 'draft%'"));
        Assert.Equal(1, Scalar("SELECT COUNT(*) FROM deliveries WHERE key LIKE 'edition|%|0'"));
    }

    /// <summary>None of the deliveries is missing.</summary>
    /// <param name="standing">How many messages stand in the channels.</param>
    protected virtual void AssertAllStand(int standing) => Assert.Equal(Scalar("SELECT COUNT(*) FROM deliveries"), standing);

    /// <summary>The keys, or what stands for them, of the messages in the channels.</summary>
    protected abstract IReadOnlyList<string> Standing();

    /// <summary>Somebody adds a mention by hand, the number told; true when that was acknowledged.</summary>
    protected abstract Task<bool> AddAsync(RunningProgram program, int number);

    /// <summary>A chance to kill a process at a moment of one's own.</summary>
    /// <param name="program">One that is killed at no named point; null when there is none (any more).</param>
    protected virtual void Watch(RunningProgram? program)
    {
    }

    private RunningProgram Start(string? crashAt) => RunningProgram.Start(DataFile, crashAt, settings: [.. Settings]);

    private string CrashPoint(string point) =>
        $"{point}:{(point is CrashPoints.EditionNotCommitted or CrashPoints.EditionCommitted ? 1 : dice.Next(1, 5))}";

    // True when it died at its point; otherwise it is killed when it has acknowledged a few, at once.
    private async Task<bool> LiveAndDieAsync(string? crashAt)
    {
        using var program = Start(crashAt);
        Watch(crashAt is null ? program : null);
        var isAlive = await program.IsReadyAsync();
        for (var press = dice.Next(1, 6); isAlive && press > 0; press--)
            isAlive = await PressAsync(program);
        var hasCrashed = crashAt is not null && program.EndsSoon();
        Watch(null);
        program.Kill();
        return hasCrashed;
    }

    // The same again when nobody answered: that is what the page and every chat platform do.
    private async Task<bool> PressAsync(RunningProgram program)
    {
        if (!await AddAsync(program, Acknowledged + 1))
            return false;
        Acknowledged++;
        return true;
    }

    private bool IsQuiet() =>
        Scalar("SELECT COUNT(*) FROM editions") == 1
        && Scalar("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
        && Scalar("SELECT COUNT(*) FROM audit WHERE verb = 'add'") == Acknowledged
        && Scalar($"SELECT COUNT(*) FROM deliveries WHERE {Unsettled}") == 0;

    /// <summary>One number of the data file.</summary>
    protected long Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataFile};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
