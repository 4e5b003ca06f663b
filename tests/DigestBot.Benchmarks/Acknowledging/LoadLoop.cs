using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>What a run came to.</summary>
/// <param name="Acknowledged">Requests answered with 200.</param>
/// <param name="Refused">Requests answered otherwise.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Milliseconds">From sending to the answer, sorted.</param>
internal sealed record LoadResult(int Acknowledged, int Refused, double Seconds, double[] Milliseconds)
{
    /// <summary>Processor time of the server for each request, in microseconds: what is left when others use the machine too.</summary>
    public double Microseconds { get; init; }

    public double PerSecond => Acknowledged / Seconds;

    public double Percentile(double share) => Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * share))];
}

/// <summary>
/// One thread that keeps so many connections busy, each with one request under way: as light as wrk, so that on a small machine the
/// load does not take the cores of what it measures. The same for every server.
/// </summary>
internal sealed class LoadLoop : IDisposable
{
    private const int PollMicroseconds = 20_000_000;

    private readonly IRequests _requests;
    private readonly Dictionary<Socket, Connection> _connections = [];
    private readonly List<double> _milliseconds = new(1 << 20);
    private readonly byte[] _request;
    private int _acknowledged;
    private int _refused;

    public LoadLoop(int port, int connections, IRequests requests)
    {
        _requests = requests;
        _request = new byte[requests.Length];
        for (var i = 0; i < connections; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            _connections.Add(socket, new());
        }
    }

    /// <summary>Sends for so long, then waits for the last answers.</summary>
    public LoadResult Run(TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var (socket, connection) in _connections)
            Send(socket, connection);
        var waiting = _connections.Count;
        while (waiting > 0)
        {
            var isOver = Stopwatch.GetElapsedTime(began) >= duration;
            foreach (var socket in Ready())
            {
                if (IsAnswered(socket, _connections[socket]) && !TrySend(socket, isOver))
                    waiting--;
            }
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        _milliseconds.Sort();
        return new(_acknowledged, _refused, seconds, [.. _milliseconds]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var socket in _connections.Keys)
            socket.Dispose();
    }

    private List<Socket> Ready()
    {
        var ready = _connections.Where(pair => pair.Value.IsWaiting).Select(pair => pair.Key).ToList();
        Socket.Select(ready, null, null, PollMicroseconds);
        return ready.Count > 0 ? ready : throw new InvalidOperationException("The server has stopped answering.");
    }

    private bool TrySend(Socket socket, bool isOver)
    {
        if (!isOver)
            Send(socket, _connections[socket]);
        return !isOver;
    }

    private void Send(Socket socket, Connection connection)
    {
        _requests.Next(_request);
        connection.Begin();
        if (socket.Send(_request) != _request.Length)
            throw new InvalidOperationException("A request did not fit into the socket's buffer.");
    }

    private bool IsAnswered(Socket socket, Connection connection)
    {
        if (!connection.Read(socket))
            return false;
        _milliseconds.Add(connection.Milliseconds);
        if (connection.IsAccepted)
            _acknowledged++;
        else
            _refused++;
        return true;
    }

    private sealed class Connection
    {
        private readonly byte[] _answer = new byte[4096];
        private int _length;
        private long _sent;

        public bool IsWaiting { get; private set; }

        public double Milliseconds => Stopwatch.GetElapsedTime(_sent).TotalMilliseconds;

        public bool IsAccepted => _answer.AsSpan(0, _length).StartsWith("HTTP/1.1 200"u8);

        public void Begin() => (_length, _sent, IsWaiting) = (0, Stopwatch.GetTimestamp(), true);

        // Neither server sends a body with its acknowledgement; Node ends an empty one with an empty chunk.
        public bool Read(Socket socket)
        {
            var received = socket.Receive(_answer.AsSpan(_length));
            if (received == 0)
                throw new InvalidOperationException("The server hung up.");
            _length += received;
            var answer = _answer.AsSpan(0, _length);
            IsWaiting = !answer.EndsWith(answer.IndexOf("chunked"u8) < 0 ? "\r\n\r\n"u8 : "\r\n0\r\n\r\n"u8);
            return !IsWaiting;
        }
    }
}
