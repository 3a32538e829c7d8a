using System.Diagnostics;
using System.Net.Sockets;

namespace CommerceBot.Bench.Load;

/// Many people writing at once: a fixed number of connections, each sending its next message when the last was answered.
/// One thread drives them all, so that the load takes little from the cores that it shares with the server.
internal sealed class VirtualUsers : IDisposable
{
    private readonly Messages _messages;
    private readonly Connection[] _connections;
    private readonly Dictionary<Socket, Connection> _bySocket;

    public VirtualUsers(Messages messages, Uri server, int connections)
    {
        _messages = messages;
        _connections = [.. Enumerable.Range(0, connections).Select(_ => Connection.Open(server))];
        _bySocket = _connections.ToDictionary(c => c.Socket);
        SentAt = new long[messages.Count];
        AnsweredAt = new long[messages.Count];
    }

    public long[] SentAt { get; }

    public long[] AnsweredAt { get; }

    /// Messages sent so far; the next one has this number.
    public int Sent { get; private set; }

    /// Answers other than 200.
    public int Refused { get; private set; }

    /// Sends for so long, or until the prepared messages run out, and returns when the last one is answered.
    public void Write(TimeSpan lasting)
    {
        var end = Stopwatch.GetTimestamp() + (long)(lasting.TotalSeconds * Stopwatch.Frequency);
        var waiting = new List<Socket>(_connections.Length);
        foreach (var connection in _connections) SendNext(connection, end);
        while (true)
        {
            waiting.Clear();
            foreach (var connection in _connections)
                if (connection.Message >= 0) waiting.Add(connection.Socket);
            if (waiting.Count == 0) return;
            Socket.Select(waiting, null, null, 10_000_000);
            if (waiting.Count == 0) throw new TimeoutException("no webhook was answered within 10 s");
            foreach (var socket in waiting) Hear(_bySocket[socket], end);
        }
    }

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
    }

    private void Hear(Connection connection, long end)
    {
        var number = connection.Message;
        var status = connection.Receive();
        if (status == 0) return;
        AnsweredAt[number] = Stopwatch.GetTimestamp();
        if (status != 200) Refused++;
        SendNext(connection, end);
    }

    private void SendNext(Connection connection, long end)
    {
        var now = Stopwatch.GetTimestamp();
        if (now >= end || Sent == _messages.Count) return;
        SentAt[Sent] = now;
        connection.Send(Sent, _messages[Sent]);
        Sent++;
    }
}
