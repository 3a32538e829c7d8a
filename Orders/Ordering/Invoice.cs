using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>
/// What an invoice needs beside the order. In Italy it is made only for who asks at the latest with the order (art. 22 DPR 633/72).
/// </summary>
/// <param name="Name">Of the business, or of the person.</param>
/// <param name="VatNumber">With its country's letters, such as <c>IT12345678903</c>; null for a person.</param>
/// <param name="TaxCode">The Italian codice fiscale; null where there is none.</param>
/// <param name="Pec">Certified e-mail to which the invoice is delivered; null where there is none.</param>
/// <param name="RecipientCode">The code of the exchange system (SDI) to which it is delivered; null where there is none.</param>
public sealed record Invoice(string Name, string? VatNumber, string? TaxCode, string? Pec, string? RecipientCode)
{
    /// <summary>Under which it was made; null while it is still to be made.</summary>
    public string? Number { get; init; }

    /// <summary>Whether it is made.</summary>
    [JsonIgnore]
    public bool IsMade => Number is not null;
}

/// <summary>What a merchant enters or corrects; empty stands for nothing.</summary>
/// <param name="Number">Of the invoice that was made; the data stay as they are while there is one.</param>
public sealed record InvoiceChange(
    string? Name = null, string? VatNumber = null, string? TaxCode = null, string? Pec = null, string? RecipientCode = null,
    string? Number = null);

/// <summary>Puts invoice data on an order by the rules of <see cref="InvoiceRules"/>.</summary>
public static class OrderInvoice
{
    private const int LongestNumber = 40;

    /// <summary>The order with these data; refused where a rule forbids them, or the invoice is made already.</summary>
    public static TransitionResult AskInvoice(this Order order, InvoiceChange change, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Invoice is { IsMade: true } made)
            return new TransitionResult.Refused(
                TransitionRefusal.WrongState, $"Order {order.Number} was invoiced with number {made.Number}: its data stay as they are.");
        var (invoice, faults) = InvoiceRules.Read(change);
        return invoice is null
            ? new TransitionResult.Refused(
                TransitionRefusal.WrongEntry, $"No invoice can be made of these data of order {order.Number}: {string.Join(", ", faults)}.")
            : Put(order, invoice, now);
    }

    /// <summary>The order with the number of its invoice; an empty one says that it was not made after all.</summary>
    public static TransitionResult MakeInvoice(this Order order, string? number, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        var tidy = TextNormalization.OneLine(number ?? "");
        if (order.Invoice is not { } invoice)
            return new TransitionResult.Refused(TransitionRefusal.WrongState, $"No invoice was asked for order {order.Number}.");
        return tidy.Length > LongestNumber
            ? new TransitionResult.Refused(TransitionRefusal.WrongEntry, $"A number of an invoice has 1 to {LongestNumber} signs.")
            : Put(order, invoice with { Number = tidy.Length == 0 ? null : tidy }, now);
    }

    private static TransitionResult Put(Order order, Invoice invoice, DateTimeOffset now) => order.Invoice == invoice
        ? new TransitionResult.AlreadySo(order)
        : new TransitionResult.Accepted(order with { Invoice = invoice, Updated = now });
}
