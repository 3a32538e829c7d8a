using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Bench.Load;

/// A Graph API that accepts everything at once and notes when the reply to each message came.
internal sealed class FakeGraph(int capacity)
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();
    private readonly long[] _repliedAt = new long[capacity];
    private int _replies;
    private int _twice;
    private int _others;

    /// Messages that have their reply.
    public int Replies => Volatile.Read(ref _replies);

    /// Replies that came a second time.
    public int Twice => Volatile.Read(ref _twice);

    /// Calls that carry no message number: typing dots, profiles.
    public int Others => Volatile.Read(ref _others);

    public long RepliedAt(int number) => Volatile.Read(ref _repliedAt[number]);

    public Task<WebApplication> ListenAsync() => Loopback.ListenAsync(AnswerAsync);

    private async Task AnswerAsync(HttpContext http)
    {
        var answer = Nothing;
        if (HttpMethods.IsPost(http.Request.Method)) answer = Take((await http.Request.BodyAsync(http.RequestAborted)).Span);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    private byte[] Take(ReadOnlySpan<byte> body)
    {
        var number = Marker.Find(body);
        if (number < 0 || number >= capacity) Interlocked.Increment(ref _others);
        else if (Interlocked.CompareExchange(ref _repliedAt[number], Stopwatch.GetTimestamp(), 0) == 0) Interlocked.Increment(ref _replies);
        else Interlocked.Increment(ref _twice);
        return Encoding.ASCII.GetBytes($$"""{"recipient_id":"{{Recipient(body)}}","message_id":"m_reply_{{number}}"}""");
    }

    private static string Recipient(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf("\"id\":\""u8);
        if (at < 0) return "0";
        var id = body[(at + 6)..];
        var end = id.IndexOf((byte)'"');
        return end < 0 ? "0" : Encoding.ASCII.GetString(id[..end]);
    }
}
