using System.CommandLine;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using CommerceBot.Orders;

namespace CommerceBot.Commands;

/// <summary><c>orders refund</c>: all that is left, an amount, or some pieces of an order.</summary>
internal static class RefundCommand
{
    public static Command Create()
    {
        var number = OrdersCommand.NumberArgument();
        var amount = new Option<string?>("--amount")
        {
            Description = "How much, such as 12.50; it is shared over all lines and the delivery",
        };
        var lines = new Option<string[]>("--line")
        {
            Description = "Pieces to refund at their price, as SKU or SKU:PIECES; may be repeated",
        };
        var delivery = new Option<bool>("--delivery") { Description = "The delivery too" };
        var restock = new Option<bool>("--restock") { Description = "Those pieces are for sale again" };
        var command = new Command("refund", "Gives money back, all that is left unless you say how much, and tells the shopper")
        {
            number,
            amount,
            lines,
            delivery,
            restock,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                OrdersCommand.RunAsync(
                    parsed.GetValue(number)!, OrderCommands.Refund,
                    order =>
                        Of(
                            order, parsed.GetValue(amount), parsed.GetValue(lines) ?? [], parsed.GetValue(delivery),
                            parsed.GetValue(restock)),
                    cancellationToken));
        return command;
    }

    internal static OrderCommand? Of(Order order, string? amount, string[] lines, bool delivery, bool restock)
    {
        if (amount is not null && (lines.Length > 0 || delivery))
        {
            Terminal.Complain($"Say either --amount or what to refund (--line, --delivery), not both.");
            return null;
        }

        var advice = "";
        Money? wanted = amount is null ? null : AmountOf(amount, order.Currency, out advice);
        if (amount is not null && wanted is not { Minor: > 0 })
        {
            Terminal.Complain($"'{amount}' is no clear amount of {order.Currency} above nothing: {advice}.");
            return null;
        }

        var pieces = lines.Select(Line).ToList();
        if (pieces.Find(line => order.Lines.All(one => one.Sku.Value != line.Sku)) is { } unknown)
        {
            var known = string.Join(", ", order.Lines.Select(line => line.Sku.Value));
            Terminal.Complain($"Order {order.Number} has no line '{unknown.Sku}'. It has: {known}.");
            return null;
        }

        return new OrderCommand(order.Id.Value, Refund: new RefundTerms(wanted?.Minor, pieces, delivery, restock));
    }

    /// <summary>A SKU may hold colons itself: only digits after the last one are a number of pieces.</summary>
    private static RefundTermsLine Line(string text) =>
        text.LastIndexOf(':') is > 0 and var at
        && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var pieces)
            ? new RefundTermsLine(text[..at], pieces)
            : new RefundTermsLine(text, 1);

    /// <summary>Written as feeds write prices; null for what is none, and for one in another currency.</summary>
    private static Money? AmountOf(string text, Currency currency, out string advice)
    {
        if (!AmountParser.TryParse(text, currency, out var amount, out advice))
            return null;
        advice = $"write it like {new Money(12_500, currency).Plain()}";
        return amount.Currency == currency ? amount : null;
    }
}
