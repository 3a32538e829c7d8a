using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// Lines of a connection. A line ends with CR and LF together: a bare LF may hide a second mail in a first (SMTP smuggling, 2023), and
/// is refused as large mail services refuse it. A connection that the other side has ended is read to its end all the same.
/// </summary>
internal sealed class SmtpLines(PipeReader input)
{
    /// <summary>998 signs, CR and LF (RFC 5321, 4.5.3.1.6).</summary>
    private const int Longest = 1000;

    /// <summary>The next line without its end; null when the connection ended.</summary>
    /// <exception cref="SmtpLineException">The line is too long, or ends wrongly.</exception>
    public async Task<byte[]?> ReadAsync()
    {
        while (true)
        {
            var read = await input.ReadAsync();
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                input.AdvanceTo(buffer.GetPosition(1, end));
                return Checked(line);
            }

            if (buffer.Length > Longest)
                throw new SmtpLineException("500 5.5.2 Line too long");
            if (read.IsCompleted)
                return null;
            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>
    /// The lines until one that is a full stop, without the stops that the sender doubled; null when the connection
    /// ended.
    /// </summary>
    public async Task<byte[]?> ReadDataAsync()
    {
        using var data = new MemoryStream();
        while (await ReadAsync() is { } line)
        {
            if (line is [(byte)'.'])
                return data.ToArray();
            data.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            data.Write("\r\n"u8);
            if (data.Length > SmtpSession.LargestMail)
                throw new SmtpLineException("552 5.3.4 Message size exceeds fixed limit");
        }

        return null;
    }

    private static byte[] Checked(byte[] line)
    {
        if (line is not [.. var text, (byte)'\r'] || text.Contains((byte)'\r'))
            throw new SmtpLineException("521 5.5.2 Bare <CR> or <LF>");
        return text.Length <= Longest - 2 ? text : throw new SmtpLineException("500 5.5.2 Line too long");
    }
}

/// <summary>The sender breaks the rules of lines so that no more can be read. The message is the reply; the connection ends.</summary>
internal sealed class SmtpLineException(string reply) : Exception(reply);
