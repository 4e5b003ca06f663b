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
    /// <param name="dataFile">The file.</param>
    /// <param name="settings">Settings of the platform, as environment variables.</param>
    public static AckServer Ours(string dataFile, IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort();
        var start = Quiet("dotnet", [typeof(CommandLine).Assembly.Location, "--urls", $"http://127.0.0.1:{port}"]);
        start.Environment["Storage__ConnectionString"] = $"Data Source={dataFile}";
        start.Environment["Logging__LogLevel__Default"] = "None";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new("digestbot", port, start);
    }

    /// <summary>A peer in Node.js: a script of this folder, which is handed its port first.</summary>
    /// <param name="name">Name of the peer and of its script.</param>
    /// <param name="nodeModules">Folder in which the peer is installed.</param>
    /// <param name="arguments">What else the script is handed.</param>
    public static AckServer Node(string name, string nodeModules, params IEnumerable<string> arguments)
    {
        var port = FreePort();
        var script = Path.Combine(AppContext.BaseDirectory, "Acknowledging", $"{name}.cjs");
        var start = Quiet("node", [script, port.ToString(CultureInfo.InvariantCulture), .. arguments]);
        start.Environment["NODE_PATH"] = nodeModules;
        start.Environment["NODE_ENV"] = "production";
        return new(name, port, start);
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

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
    };

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
