using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Orders;

/// <summary>
/// Makes and reads order numbers such as <c>K4T-7MQ-3</c>: a letter, five signs and a check sign that finds every
/// single misread sign and every swap of two. Seven signs with a letter first are never taken for a card.
/// </summary>
public static class OrderNumbers
{
    // 31 signs, a prime, so that the check sign finds all single faults and swaps. Left out: I and L (read as 1), O (as
    // 0), S (as 5), U (as V).
    private const string Signs = "0123456789ABCDEFGHJKMNPQRTVWXYZ";
    private const int Letters = 21;
    private const int Digits = 10;
    private const int Length = 7;

    /// <summary>The number of an order. The next <paramref name="salt"/> is for a number that another order has already.</summary>
    public static OrderNumber For(OrderId id, int salt = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"order number {salt} of {id.Value}"));
        var rest = BinaryPrimitives.ReadUInt64BigEndian(hash);
        Span<int> values = stackalloc int[Length];
        values[0] = Digits + (int)(rest % Letters);
        rest /= Letters;
        for (var at = 1; at < Length - 1; at++, rest /= (ulong)Signs.Length)
            values[at] = (int)(rest % (ulong)Signs.Length);
        values[Length - 1] = CheckOf(values[..^1]);
        return Written(values);
    }

    /// <summary>Reads what a person typed: case, spaces, dashes and signs that look alike do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrderNumber number)
    {
        number = default;
        Span<int> values = stackalloc int[Length];
        var count = 0;
        foreach (var sign in text ?? "")
        {
            if (sign is '-' or '#' or '.' or '_' or '\u2010' or '\u2011' or '\u2013' or '\u2014' || char.IsWhiteSpace(sign))
                continue;
            var value = Signs.IndexOf(Straight(sign), StringComparison.Ordinal);
            if (value < 0 || count == Length)
                return false;
            values[count++] = value;
        }

        if (count != Length || values[0] < Digits || CheckOf(values[..^1]) != values[^1])
            return false;
        number = Written(values);
        return true;
    }

    private static char Straight(char sign) => char.ToUpperInvariant(sign) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        'S' => '5',
        'U' => 'V',
        var straight => straight,
    };

    private static int CheckOf(ReadOnlySpan<int> values)
    {
        var sum = 0;
        for (var at = 0; at < values.Length; at++)
            sum += values[at] * (at + 2);
        return sum % Signs.Length;
    }

    private static OrderNumber Written(ReadOnlySpan<int> values)
    {
        Span<char> signs = stackalloc char[Length];
        for (var at = 0; at < Length; at++)
            signs[at] = Signs[values[at]];
        return new OrderNumber($"{signs[..3]}-{signs[3..6]}-{signs[6..]}");
    }
}
