using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Run;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Planting;

/// <summary>One difference of each kind, made where it would arise: in the database, at Stripe, in a chat, in a file.</summary>
/// <param name="used">Orders that were planted on before.</param>
internal sealed class Plants(
    TwoProcesses environment, StripeControl stripe, ShopFiles files, Forger forger, Evidence seen, HashSet<OrderId> used)
{
    /// <summary>What changes in the evidence itself, for what nobody can do to the simulators.</summary>
    public Func<Evidence, Evidence> Retold { get; private set; } = evidence => evidence;

    private Order APaidOne() => Untouched(order => order.State == OrderState.Paid && LedgerOf(order).State == PaymentState.Paid);

    private Order AClosedOne() =>
        Untouched(order =>
            order.State is OrderState.Cancelled or OrderState.Expired
            && ChargesOf(order).Count == 0
            && seen.Stripe.Sessions.Any(page => page.Order == order.Id.Value));

    public Task PlantAsync(string kind) =>
        kind switch
        {
            Kinds.ChargeOfNobody => PayForgedAsync("nobody", 1234),
            Kinds.ChargeUnsettled => Done(() => CancelUnrefunded(APaidOne())),
            Kinds.PaidWithoutCharge => Done(() => Rewrite(APaidOne(), fact => fact with { Charge = "ch_nobody", Reference = "pi_nobody" })),
            Kinds.AmountDiffers => Done(() =>
                Rewrite(APaidOne(), fact => fact with { Amount = new Money(fact.Amount!.Value.Minor + 1, fact.Amount.Value.Currency) })),
            Kinds.RefundDiffers => stripe.RefundAsync(ChargesOf(APaidOne())[0].Id, 100),
            Kinds.DisputeDiffers => stripe.DisputeAsync(ChargesOf(APaidOne())[0].Id),
            Kinds.LedgerContradictsOrder => Done(() => ForgetEnd(AClosedOne())),
            Kinds.OrderUnsettled => Done(() => files.Save(AClosedOne() with { State = OrderState.AwaitingPayment })),
            Kinds.PageStillOpen => forger.OpenPageAsync(APaidOne().Id.Value, 1234),
            Kinds.ReceiptMissing => PaySilentlyAsync(AClosedOne()),
            Kinds.ReceiptTwice => Done(() => Retell(evidence => evidence with { Chats = [.. evidence.Chats.Select(Twice)] })),
            Kinds.ReceiptUnearned => SendReceiptAsync(AClosedOne()),
            Kinds.StockDiffers => Done(() =>
                files.Change("UPDATE stock SET on_hand = on_hand + 1 WHERE sku = (SELECT min(sku) FROM stock)")),
            Kinds.Oversold => Done(Oversell),
            Kinds.ReservationOutlived => Done(() =>
                files.Change(
                    $"INSERT INTO reservation (order_id, sku, quantity, until) SELECT '{APaidOne().Id}', sku, 1, 0 FROM stock WHERE "
                    + "on_hand - allocated > 0 ORDER BY sku LIMIT 1"
                )),
            Kinds.Unanswered => environment.PostAsync(
                $"/simulator/messenger/shoppers/{seen.Chats[seen.Chats.Count / 2].User}/say", new { text = "c'è nessuno?" }
            ),
            Kinds.MessageTwice => forger.SendAsync(
                seen.Chats[^1].Psid,
                new { text = "due volte", metadata = seen.Chats[^1].Lines.Last(line => line.Id is not null).Id }
            ),
            Kinds.MailMissing => Done(() => Retell(evidence =>
                evidence with { Mails = [.. evidence.Mails.Where(mail => mail.MessageId != seen.Mails[0].MessageId)] })),
            Kinds.MailTwice => Done(() => Retell(evidence =>
                evidence with { Mails = [.. evidence.Mails, new MailSeen("0-0@shop.example")] })),
            Kinds.Stuck => Done(() => Retell(evidence => evidence with { Stuck = [.. evidence.Stuck, ("nobody", "was never there")] })),
            Kinds.NotQuiet => Done(() =>
                files.Change("UPDATE inbox SET handled = 0 WHERE seq = (SELECT min(seq) FROM inbox WHERE handled = 1)")),
            Kinds.DeadLetter => Done(() =>
                files.Change(
                    "UPDATE outbox SET state = 2, reason = 'planted' WHERE rowid = (SELECT min(rowid) FROM outbox WHERE state = 1)")),
            Kinds.CardLeaked => File.AppendAllTextAsync(
                Path.Combine(environment.Logs!, "bot.log"), $"somebody paid by {Marked.Cards[0]}\n"),
            Kinds.SecretLeaked => Done(() =>
                files.Change($"INSERT INTO meta (name, value) VALUES ('planted-key', '{Secrets.In(environment.Folder)[0].Value}')")),
            Kinds.PersonLeaked => Done(() =>
                files.Change($"INSERT INTO meta (name, value) VALUES ('planted-mail', '{Marked.Person(0).Email}')")),
            _ => throw new InvalidOperationException($"Nobody knows how to plant '{kind}'."),
        };

    private async Task PayForgedAsync(string order, long amount) =>
        await stripe.PayAsync(await forger.OpenPageAsync(order, amount), Marked.Person(0), "success");

    /// <summary>The order is closed, its goods are for sale again, and the money stays.</summary>
    private void CancelUnrefunded(Order order)
    {
        files.Save(order with { State = OrderState.Cancelled });
        files.Change(
            $"UPDATE stock SET allocated = allocated - coalesce((SELECT sum(quantity) FROM allocation a WHERE a.order_id = '{order.Id}' "
            + "AND a.sku = stock.sku AND a.at >= stock.feed_time), 0)"
        );
        files.Change($"DELETE FROM allocation WHERE order_id = '{order.Id}'");
    }

    private void Rewrite(Order order, Func<PaymentFact, PaymentFact> change)
    {
        var ledger = LedgerOf(order);
        files.Save(ledger with { Facts = [.. ledger.Facts.Select(fact => fact.Kind == PaymentFactKind.Succeeded ? change(fact) : fact)] });
    }

    private void ForgetEnd(Order order)
    {
        var ledger = LedgerOf(order);
        files.Save(
            ledger with
            {
                Facts = [.. ledger.Facts.Where(fact => fact.Kind is PaymentFactKind.Requested or PaymentFactKind.Opened)],
            }
        );
    }

    /// <summary>Everything as after a payment, and nobody told the shopper in the chat.</summary>
    private async Task PaySilentlyAsync(Order order)
    {
        await PayForgedAsync(order.Id.Value, order.Total.Minor);
        var charge = (await stripe.RecordsAsync()).Charges.Last(charge => charge.Order == order.Id.Value && charge.Paid);
        var ledger = LedgerOf(order);
        files.Save(order with { State = OrderState.Paid });
        files.Save(
            ledger with
            {
                Facts =
                [
                    .. ledger.Facts,
                    new PaymentFact(PaymentFactKind.Succeeded, charge.Intent, 1, order.Total, order.Updated, charge.Id, null),
                ],
            }
        );
        foreach (var kind in new[] { "Confirmation", "merchant.Paid" })
            files.Change($"INSERT INTO mail (order_id, kind, version, at, seq, n) VALUES ('{order.Id}', '{kind}', 1, 0, 0, 0)");
        foreach (var line in order.Stock)
            files.Change($"INSERT INTO allocation (order_id, sku, quantity, at) VALUES ('{order.Id}', '{line.Sku}', {line.Quantity}, 0)");
    }

    private Task SendReceiptAsync(Order order) =>
        forger.SendAsync(order.Lane.Value[(order.Lane.Value.LastIndexOf(':') + 1)..], Forger.Receipt(order.Number.Value));

    /// <summary>The merchant's own count says so: fewer than were sold since.</summary>
    private void Oversell()
    {
        var (sku, category) = seen.Shop.Stock.OrderByDescending(pair => pair.Key.Value, StringComparer.Ordinal).First();
        files.Change($"UPDATE stock SET on_hand = {category.Allocated - 1} WHERE sku = '{sku}'");
        Retell(evidence =>
            evidence with
            {
                Counted = new Dictionary<string, long>(evidence.Counted) { [sku.Value] = category.Allocated - 1 },
            }
        );
    }

    /// <summary>The simulator refuses a second receipt of one number, as Messenger does, so this one is only told.</summary>
    private ChatSeen Twice(ChatSeen chat) =>
        chat.Lines.FirstOrDefault(line => line.Receipt is not null) is { } receipt
        && chat.User == seen.Chats.First(one => one.Lines.Any(line => line.Receipt is not null)).User
            ? chat with
            {
                Lines = [.. chat.Lines, receipt with { Seq = chat.Lines[^1].Seq + 1, Id = "told-twice" }],
            }
            : chat;

    private void Retell(Func<Evidence, Evidence> change)
    {
        var before = Retold;
        Retold = evidence => change(before(evidence));
    }

    private PaymentLedger LedgerOf(Order order) => seen.Shop.Payments[order.Id];

    private List<ChargeSeen> ChargesOf(Order order) =>
        [.. seen.Stripe.Charges.Where(charge => charge.Order == order.Id.Value && charge.Paid)];

    private Order Untouched(Func<Order, bool> fits)
    {
        var order = seen.Shop.Orders.FirstOrDefault(order => !used.Contains(order.Id) && fits(order))
            ?? throw new InvalidOperationException("No order of this run fits what is to be planted: let more people buy.");
        used.Add(order.Id);
        return order;
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
