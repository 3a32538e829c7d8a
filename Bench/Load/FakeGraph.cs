using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Bench.Load;

/// A Graph API that accepts everything at once and notes when the reply to each message came.
internal sealed class FakeGraph
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();
    private volatile Replies _replies = new(0, 0);

    /// From now on notes the replies to these messages.
    public Replies Expect(int first, int most) => _replies = new Replies(first, most);

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
        _replies.Take(number);
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
