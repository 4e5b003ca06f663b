using System.Diagnostics;
using System.Text;

namespace DigestBot.EndToEnd;

/// <summary>Another program, ended with the test.</summary>
internal sealed class ClientProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _said = new();

    /// <summary>Starts it.</summary>
    public ClientProcess(ProcessStartInfo start)
    {
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data, _output, _said);
        _process.ErrorDataReceived += (_, line) => Note(line.Data, _said);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gives it a moment; false when it has ended.</summary>
    public bool LivesOn() => !_process.WaitForExit(TimeSpan.FromMilliseconds(20));

    /// <summary>What it wrote to standard output.</summary>
    public string Output => Read(_output);

    /// <summary>What it wrote to both streams.</summary>
    public string Said => Read(_said);

    /// <summary>Waits until an address of it answers, whatever it answers.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It ended, or a minute went by.</exception>
    public async Task<ClientProcess> AnswersAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < Patience && LivesOn())
        {
            try
            {
                using var answer = await client.GetAsync(address);
                return this;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }
        }
        Assert.Fail($"{_process.StartInfo.FileName} does not answer at {address}: {Said}");
        return this;
    }

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        _process.WaitForExit(); // until both streams are read to their ends
        return _process.ExitCode;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void Note(string? line, params ReadOnlySpan<StringBuilder> notes)
    {
        foreach (var note in notes)
        {
            lock (note)
                note.AppendLine(line);
        }
    }

    private static string Read(StringBuilder note)
    {
        lock (note)
            return note.ToString();
    }
}
