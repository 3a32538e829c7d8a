using System.Buffers.Text;

namespace CommerceBot.Bench.Load;

/// "nr0001234": a message's number in its text, which a bot that echoes sends back whatever it puts around it.
internal static class Marker
{
    private const int Digits = 7;

    public static string Of(int number) => "nr" + number.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);

    public static bool IsIn(string text) => Find(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    /// The number found in the text, or -1.
    public static int Find(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf("nr"u8); at >= 0; at = text.IndexOf("nr"u8))
        {
            text = text[(at + 2)..];
            if (text.Length >= Digits && Utf8Parser.TryParse(text[..Digits], out int number, out var used) && used == Digits)
                return number;
        }

        return -1;
    }
}
