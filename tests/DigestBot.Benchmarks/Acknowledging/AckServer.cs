using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DigestBot.Cli;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>A server in a process of its own, on loopback; ended with the benchmark.</summary>
internal sealed class AckServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private AckServer(string name, int port, ProcessStartInfo start)
    {
        (Name, Port) = (name, port);
        _process = Process.Start(start)!;
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>The whole program as people run it, on a SQLite file of its own.</summary>
    public static AckServer Ours(string dataFile)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
            Environment =
            {
                ["Storage__ConnectionString"] = $"Data Source={dataFile}",
                ["Slack__SigningSecret"] = SignedCommands.Secret,
                ["Slack__BotToken"] = "xoxb-of-nobody",
                ["Slack__ApiBaseAddress"] = "http://127.0.0.1:9/api/",
                ["Logging__LogLevel__Default"] = "None",
            },
        };
        return new("digestbot", port, start);
    }

    /// <summary>Bolt's bare acknowledgement.</summary>
    /// <param name="nodeModules">Folder in which <c>@slack/bolt</c> is installed.</param>
    public static AckServer Bolt(string nodeModules)
    {
        var port = FreePort();
        var script = Path.Combine(AppContext.BaseDirectory, "Acknowledging", "bolt.cjs");
        return new("bolt", port, new("node", [script, port.ToString(CultureInfo.InvariantCulture), SignedCommands.Secret])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["NODE_PATH"] = nodeModules },
        });
    }

    /// <summary>Processor time taken so far, in seconds over all cores.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Waits until it listens.</summary>
    public async Task ReadyAsync()
    {
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, line) => System.Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsListeningAsync(patience.Token))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}; its message is above.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<bool> IsListeningAsync(CancellationToken cancellationToken)
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
