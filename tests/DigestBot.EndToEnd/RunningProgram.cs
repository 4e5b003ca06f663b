using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestBot.EndToEnd;

/// <summary>The real program as a process of its own, on a data folder of the test's.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly StringBuilder _said = new();

    private RunningProgram(Process process, Uri address)
    {
        _process = process;
        _client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>What it wrote to both streams so far; for messages of failed tests.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="dataFile">Its data file.</param>
    /// <param name="crashAt">A crash point and the time it is reached, <c>point:times</c>; null to live.</param>
    /// <param name="port">Where it listens; a free one unless given.</param>
    /// <param name="settings">Further settings, as arguments (<c>--Brand:Name=Acme</c>).</param>
    public static RunningProgram Start(string dataFile, string? crashAt = null, int? port = null, params IReadOnlyList<string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(Cli.CommandLine).Assembly.Location, "--urls", address.ToString(), .. settings])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dataFile)!,
            Environment =
            {
                ["Storage__ConnectionString"] = $"Data Source={dataFile}",
                ["DOTNET_STARTUP_HOOKS"] = crashAt is null ? "" : typeof(RunningProgram).Assembly.Location,
                [StartupHook.Variable] = crashAt,
            },
        };
        var program = new RunningProgram(new() { StartInfo = start }, address);
        program.Listen();
        return program;
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until it works; false when it ended first.</summary>
    public Task<bool> IsReadyAsync() => BecomesAsync(async () => (await _client.GetAsync("/health/ready")).IsSuccessStatusCode);

    /// <summary>Waits until the condition holds; false when the program ended first.</summary>
    public async Task<bool> BecomesAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            try
            {
                if (await condition())
                    return true;
            }
            catch (Exception) when (!patience.IsCancellationRequested)
            {
                // Not yet, or not any more: the line below tells which.
            }
            if (_process.WaitForExit(TimeSpan.FromMilliseconds(20)))
                return false;
        }
        throw new TimeoutException($"The program did not come to it in {Patience}. It said: {Said}");
    }

    /// <summary>Presses a button of the page; true when that was acknowledged, false when the program was gone.</summary>
    public async Task<bool> ActAsync(string id, string verb, string arguments, string person)
    {
        try
        {
            using var answer = await _client.PostAsync("/api/actions", Json(id, verb, arguments, person));
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} for {id}: {await answer.Content.ReadAsStringAsync()}");
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }

    /// <summary>Sends what a chat platform would send; true when that was acknowledged, false when the program was gone.</summary>
    public async Task<bool> IsTakenAsync(HttpRequestMessage request)
    {
        try
        {
            using (request)
            using (var answer = await _client.SendAsync(request))
            {
                Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} for {request.RequestUri}: {await answer.Content.ReadAsStringAsync()}");
                return true;
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }

    /// <summary>Waits a little for it to end by itself; false when it lives on.</summary>
    public bool EndsSoon() => _process.WaitForExit(TimeSpan.FromSeconds(4));

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>As <c>kill -TERM</c>; the exit code.</summary>
    public int Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        return ExitCode();
    }

    /// <summary>Waits until it ends by itself; the exit code.</summary>
    public int ExitCode()
    {
        if (!_process.WaitForExit(Patience))
            throw new TimeoutException($"The program did not end. It said: {Said}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _client.Dispose();
    }

    private static StringContent Json(string id, string verb, string arguments, string person) => new(
        System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = id, ["verb"] = verb, ["args"] = arguments, ["as"] = person,
        }),
        Encoding.UTF8, "application/json");

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
