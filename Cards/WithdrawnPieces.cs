using System.Globalization;
using CommerceBot.Orders;

namespace CommerceBot.Cards;

/// <summary>
/// How many pieces of each line of an order a declaration of withdrawal is about, as a word for buttons: the lines' numbers in their
/// order, with letters for digits, since a run of digits could be taken for a card number. <c>b-a-bc</c> is 1, 0 and 12.
/// </summary>
internal static class WithdrawnPieces
{
    /// <summary>All that is left of the order.</summary>
    public const string All = "all";

    private const int MostDigits = 2;

    public static string Write(IEnumerable<int> pieces) => string.Join('-', pieces.Select(count =>
        string.Concat(count.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + 'a')))));

    /// <summary>Whether a text of a button can be one.</summary>
    public static bool AreCodes(string text) => text == All || text.Split('-') is { Length: <= Cart.MostLines } parts
        && parts.All(part => part.Length is > 0 and <= MostDigits && part.All(sign => sign is >= 'a' and <= 'j')
            && (part.Length == 1 || part[0] != 'a'));

    /// <summary>Pieces of each line of the order, never more than are left; all that are left when the text is of another order.</summary>
    public static IReadOnlyList<int> Read(string text, Order order)
    {
        var left = order.LeftToWithdraw();
        var parts = text.Split('-');
        if (text == All || parts.Length != left.Count)
            return [.. left.Select(line => line.Quantity)];
        return [.. left.Zip(parts, (line, part) => Math.Min(line.Quantity, CountOf(part)))];
    }

    private static int CountOf(string part) => part.Aggregate(0, (count, sign) => (count * 10) + (sign - 'a'));
}
