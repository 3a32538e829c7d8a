using CommerceBot.Catalog;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Desk.Orders;

/// <summary>One line of what happened to an order.</summary>
/// <param name="Key">Of its sentence.</param>
/// <param name="Who">Who did it; null where it happened by itself.</param>
/// <param name="Detail">What is said beside it: a note, a reason, a number.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string Key, string? Who = null, Money? Amount = null, string? Detail = null)
{
    /// <summary>Whether a merchant should look.</summary>
    public bool IsTrouble { get; init; }
}

/// <summary>What happened to an order, the newest first: what merchants did, what the payment gateway said, what did not arrive.</summary>
internal static class Timeline
{
    public static IReadOnlyList<TimelineEntry> Of(OrderDetails details, DeskTexts texts)
    {
        var entries = new List<TimelineEntry> { new(details.Order.Created, "timeline.placed") };
        entries.AddRange(details.Done.Select(entry => OfDone(entry, details, texts)).OfType<TimelineEntry>());
        entries.AddRange(details.Ledger.Facts.Select(OfFact).OfType<TimelineEntry>());
        entries.AddRange(details.Undelivered.Select(one =>
            new TimelineEntry(one.At, "timeline.undelivered", Detail: one.Reason) { IsTrouble = true }));
        entries.AddRange(details.Mails.Select(mail => OfMail(mail, texts)));
        // Of one moment the later line is the newer one.
        return
        [
            .. entries.Select((entry, at) => (entry, at)).OrderByDescending(each => (each.entry.At, each.at)).Select(each => each.entry),
        ];
    }

    private static TimelineEntry OfMail(MailFate mail, DeskTexts texts) => new(
        mail.At, $"timeline.mail.{mail.State}",
        Detail: mail.State == MailState.Sent
            ? texts[$"timeline.mail.of.{mail.Kind}"]
            : string.Join(" · ", new[] { texts[$"timeline.mail.of.{mail.Kind}"], mail.Reason }.Where(part => part is not null)))
    {
        IsTrouble = mail.State is MailState.Failed or MailState.Bounced,
    };

    private static TimelineEntry? OfDone(AuditEntry entry, OrderDetails details, DeskTexts texts)
    {
        if (entry.Action is "state.Cancelled" or "state.Expired")
            return new TimelineEntry(entry.At, $"timeline.{entry.Action}");
        if (entry.Detail is not { } detail)
            return null;
        var who = IsByShopper(entry.Action) ? texts["who.shopper"]
            : entry.Actor is null ? texts["who.command-line"] : details.People.GetValueOrDefault(entry.Actor, entry.Actor);
        return new TimelineEntry(entry.At, $"timeline.{entry.Action}", who, Detail: Say(detail, details.Order, texts));
    }

    private static bool IsByShopper(string action) => action.StartsWith("order.", StringComparison.Ordinal)
        && Enum.TryParse<OrderEventKind>(action["order.".Length..], out var kind) && kind.IsByShopper();

    private static string? Say(OrderEventDetail detail, Order order, DeskTexts texts)
    {
        IEnumerable<string?> said =
        [
            detail.Amount,
            detail.Lines is { } lines ? string.Join(", ", lines.Select(line => $"{line.Quantity} × {TitleOf(order, line.Sku)}")) : null,
            string.Join(' ', new[] { detail.Carrier, detail.Tracking }.Where(part => part is not null)),
            detail.Restock ? texts["timeline.restocked"] : null,
            detail.Text,
        ];
        var all = string.Join(" · ", said.Where(part => !string.IsNullOrEmpty(part)));
        return all.Length == 0 ? null : all;
    }

    private static string TitleOf(Order order, Sku sku) => order.Lines.FirstOrDefault(line => line.Sku == sku)?.Title ?? sku.Value;

    private static TimelineEntry? OfFact(PaymentFact fact) => fact.Kind switch
    {
        PaymentFactKind.Opened or PaymentFactKind.Requested or PaymentFactKind.RefundRequested or PaymentFactKind.RefundUnsure
            or PaymentFactKind.Replacing or PaymentFactKind.Abandoned => null,
        PaymentFactKind.StatusUnknown => new(fact.At, "timeline.fact.StatusUnknown", Detail: fact.Reference) { IsTrouble = true },
        _ => new(fact.At, $"timeline.fact.{fact.Kind}", Amount: fact.Amount)
        {
            IsTrouble = fact.Kind is PaymentFactKind.RefundFailed or PaymentFactKind.Disputed or PaymentFactKind.DisputeLost
                or PaymentFactKind.Mispaid,
        },
    };
}
