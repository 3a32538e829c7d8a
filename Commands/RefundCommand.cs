using System.CommandLine;
using System.Globalization;
using CommerceBot.Orders;

namespace CommerceBot.Commands;

/// <summary><c>orders refund</c>: all that is left, an amount, or some pieces of an order.</summary>
internal static class RefundCommand
{
    public static Command Create()
    {
        var number = OrdersCommand.NumberArgument();
        var amount = new Option<string?>("--amount") { Description = "How much, such as 12.50; it is shared over all lines and the delivery" };
        var lines = new Option<string[]>("--line") { Description = "Pieces to refund at their price, as SKU or SKU:PIECES; may be repeated" };
        var delivery = new Option<bool>("--delivery") { Description = "The delivery too" };
        var restock = new Option<bool>("--restock") { Description = "Those pieces are for sale again" };
        var command = new Command("refund", "Gives money back, all that is left unless you say how much, and tells the shopper") { number, amount, lines, delivery, restock };
        command.SetAction((parsed, cancellationToken) => OrdersCommand.RunAsync(
            parsed.GetValue(number)!,
            OrderCommands.Refund,
            order => Of(order, parsed.GetValue(amount), parsed.GetValue(lines) ?? [], parsed.GetValue(delivery), parsed.GetValue(restock)),
            cancellationToken));
        return command;
    }

    private static OrderCommand? Of(Order order, string? amount, string[] lines, bool delivery, bool restock)
    {
        if (amount is not null && (lines.Length > 0 || delivery))
        {
            Terminal.Complain($"Say either --amount or what to refund (--line, --delivery), not both.");
            return null;
        }

        long? minor = null;
        if (amount is not null && (minor = Minor(amount, order.Currency.Digits)) is null)
        {
            Terminal.Complain($"'{amount}' is no amount of {order.Currency}: write it like {(order.Currency.Digits == 0 ? "1250" : 12.5m.ToString("F" + order.Currency.Digits, CultureInfo.InvariantCulture))}.");
            return null;
        }

        var pieces = lines.Select(Line).ToList();
        if (pieces.Find(line => order.Lines.All(one => one.Sku.Value != line.Sku)) is { } unknown)
        {
            Terminal.Complain($"Order {order.Number} has no line '{unknown.Sku}'. It has: {string.Join(", ", order.Lines.Select(line => line.Sku.Value))}.");
            return null;
        }

        return new OrderCommand(order.Id.Value, Refund: new RefundTerms(minor, pieces, delivery, restock));
    }

    /// <summary>A SKU may hold colons itself: only digits after the last one are a number of pieces.</summary>
    private static RefundTermsLine Line(string text) =>
        text.LastIndexOf(':') is > 0 and var at && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var pieces)
            ? new RefundTermsLine(text[..at], pieces)
            : new RefundTermsLine(text, 1);

    /// <summary>Minor units; null for what is no positive amount with so many digits at most. A comma is a decimal comma.</summary>
    private static long? Minor(string text, int digits)
    {
        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount is <= 0 or > 10_000_000)
            return null;
        for (var digit = 0; digit < digits; digit++)
            amount *= 10;
        return decimal.IsInteger(amount) ? (long)amount : null;
    }
}
