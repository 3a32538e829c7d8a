using System.Buffers.Text;
using System.Net.Sockets;

namespace CommerceBot.Bench.Load;

/// One keep-alive connection with at most one request under way.
internal sealed class Connection : IDisposable
{
    private readonly byte[] _answer = new byte[16 * 1024];
    private int _filled;

    private Connection(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    /// The message under way, or -1.
    public int Message { get; private set; } = -1;

    public static Connection Open(Uri to)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(to.Host, to.Port);
        socket.Blocking = false;
        return new Connection(socket);
    }

    public void Send(int number, ReadOnlySpan<byte> request)
    {
        if (Socket.Send(request) != request.Length) throw new IOException("the socket's send buffer is full");
        (Message, _filled) = (number, 0);
    }

    /// The status once the whole answer is here, else 0.
    public int Receive()
    {
        var got = Socket.Receive(_answer.AsSpan(_filled));
        if (got == 0) throw new IOException($"the server closed the connection before it answered message {Message}");
        _filled += got;
        var answer = _answer.AsSpan(0, _filled);
        if (!IsWhole(answer)) return 0;
        Message = -1;
        return Number(answer["HTTP/1.1 ".Length..]);
    }

    public void Dispose() => Socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var at = answer[..end].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return answer.Length >= end + 4 + Number(answer[(at + "Content-Length: ".Length)..]);
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : throw new IOException("the server's answer is not HTTP/1.1");
}
