using System.Globalization;
using System.Text;

namespace CommerceBot.Bench.Load;

/// Signed webhook requests, made before the clock starts so that the load costs little while it runs.
/// Each carries one text message with its own number in the text, by which the reply is recognised.
internal sealed class Messages
{
    private const int Conversations = 5_000;
    private const string Say = "ciao, avete le scarpe rosse in numero 42?";
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    private Messages(byte[] bytes, int[] ends) => (_bytes, _ends) = (bytes, ends);

    public int Count => _ends.Length;

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var start = number == 0 ? 0 : _ends[number - 1];
            return _bytes.AsSpan(start, _ends[number] - start);
        }
    }

    public static Messages Prepare(int first, int count, string authority, TimeProvider time)
    {
        var dice = new Random(2016 + first);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var bytes = new MemoryStream(count * 700);
        var ends = new int[count];
        for (var number = 0; number < count; number++)
        {
            Write(bytes, Body(dice, now, first + number), authority);
            ends[number] = (int)bytes.Length;
        }

        return new Messages(bytes.GetBuffer(), ends);
    }

    /// A body as Messenger sends it, 300 and some bytes.
    public static byte[] Body(Random dice, long now, int number)
    {
        Span<byte> random = stackalloc byte[60];
        dice.NextBytes(random);
        var mid = Convert.ToBase64String(random).Replace('+', '-').Replace('/', '_');
        var person = 6_200_000_000_000_000L + dice.Next(Conversations);
        return Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture, $$$"""
                {"object":"page","entry":[{"id":"{{{Webhook.Page}}}","time":{{{now}}},"messaging":[{"sender":{"id":"{{{person}}}"},
                "recipient":{"id":"{{{Webhook.Page}}}"},"timestamp":{{{now
                    - 120}}},"message":{"mid":"m_{{{mid}}}","text":"{{{Marker.Of(number)}}} {{{Say}}}"}}]}]}
                """));
    }

    private static void Write(MemoryStream to, byte[] body, string authority)
    {
        Span<byte> signature = stackalloc byte[71];
        Webhook.Sign(body, signature);
        to.Write(
            Encoding.ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"POST {Webhook.Path} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/json\r\nContent-Length: "
                    + $"{body.Length}\r\n{Webhook.SignatureHeader}: "
                )));
        to.Write(signature);
        to.Write("\r\n\r\n"u8);
        to.Write(body);
    }
}
