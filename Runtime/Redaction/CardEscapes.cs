namespace CommerceBot.Runtime.Redaction;

/// <summary>Signs that are written as something else: in an address (%34), in JSON (\u0034), in HTML (&amp;#52;).</summary>
internal static class CardEscapes
{
    /// <summary>Cheap: whether an escape of a digit may be there at all.</summary>
    public static bool MayHoldDigit(ReadOnlySpan<char> text) =>
        text.Contains("%3", StringComparison.Ordinal) || text.Contains("%253", StringComparison.Ordinal)
        || text.Contains("u003", StringComparison.OrdinalIgnoreCase) || text.Contains("x3", StringComparison.OrdinalIgnoreCase)
        || text.Contains("&#", StringComparison.Ordinal) || text.Contains("=3", StringComparison.Ordinal);

    /// <summary>The digit whose escape begins here; a length of 0 when none does.</summary>
    public static (int Value, int Length) DigitAt(ReadOnlySpan<char> text) => text switch
    {
        // In an address, once or twice over; in quoted-printable mail; in JSON and JavaScript; in HTML.
        ['%', '3', var digit, ..] when char.IsAsciiDigit(digit) => (digit - '0', 3),
        ['%', '2', '5', '3', var digit, ..] when char.IsAsciiDigit(digit) => (digit - '0', 5),
        ['=', '3', var digit, ..] when char.IsAsciiDigit(digit) => (digit - '0', 3),
        ['\\', 'u' or 'U', '0', '0', '3', var digit, ..] when char.IsAsciiDigit(digit) => (digit - '0', 6),
        ['\\', 'x' or 'X', '3', var digit, ..] when char.IsAsciiDigit(digit) => (digit - '0', 4),
        ['&', '#', 'x' or 'X', '3', var digit, ';', ..] when char.IsAsciiDigit(digit) => (digit - '0', 6),
        ['&', '#', '4', var digit, ';', ..] when digit is '8' or '9' => (digit - '8', 5),
        ['&', '#', '5', var digit, ';', ..] when digit is >= '0' and <= '7' => (digit - '0' + 2, 5),
        _ => default,
    };

    /// <summary>
    /// How long an escaped blank, dash or line end is that begins here: <c>%20</c>, <c>\n</c>, <c>&amp;nbsp;</c>; 0 when none does.
    /// </summary>
    public static int GapAt(ReadOnlySpan<char> text) => text switch
    {
        ['%', '2', '0' or 'D' or 'd' or 'E' or 'e', ..] or ['%', '0', '9' or 'A' or 'a' or 'D' or 'd', ..] => 3,
        ['%', '2', '5', '2', '0' or 'D' or 'd' or 'E' or 'e', ..] => 5,
        ['%', 'C' or 'c', '2', '%', 'A' or 'a', '0', ..] => 6,
        ['%', 'E' or 'e', '2', '%', '8', '0', '%', var high, var low, ..] when char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) => 9,
        ['\\', 'n' or 'r' or 't', ..] => 2,
        ['\\', 'u', '0' or '2', '0', var high, var low, ..]
            when char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) && high != '3' => 6,
        ['&', 'n', 'b', 's', 'p', ';', ..] => 6,
        _ => 0,
    };
}
