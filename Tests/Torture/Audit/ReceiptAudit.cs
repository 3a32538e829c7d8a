using CommerceBot.Payments;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>One receipt for each paid order, in the chat of whoever paid, and none for any other.</summary>
internal static class ReceiptAudit
{
    public static IEnumerable<Difference> Of(Evidence evidence)
    {
        var receipts = evidence
            .Chats.SelectMany(
                chat => chat.Lines.Where(line => line.Receipt is not null),
                (chat, line) => (Number: line.Receipt!, chat.Psid))
            .ToLookup(pair => pair.Number, pair => pair.Psid);
        foreach (var order in evidence.Shop.Orders)
        {
            var had = receipts[order.Number.Value].Count(psid => order.Lane.Value.EndsWith(":" + psid, StringComparison.Ordinal));
            if (Auditor.IsPaid(order) && had == 0)
                yield return new Difference(
                    Kinds.ReceiptMissing, $"{order.Number} ({order.Id})", $"is {order.State}, in lane {order.Lane}");
            if (had > 1)
                yield return new Difference(Kinds.ReceiptTwice, $"{order.Number} ({order.Id})", $"{had} receipts");
            if (had > 0 && !Auditor.IsPaid(order) && !WasPaid(evidence.Shop.Payments.GetValueOrDefault(order.Id)))
                yield return new Difference(Kinds.ReceiptUnearned, $"{order.Number} ({order.Id})", $"is {order.State}");
        }

        var known = evidence.Shop.Orders.Select(order => (order.Number.Value, order.Lane.Value)).ToHashSet();
        foreach (var strange in receipts.SelectMany(group => group, (group, psid) => (Number: group.Key, Psid: psid)))
            if (!known.Any(order => order.Item1 == strange.Number && order.Item2.EndsWith(":" + strange.Psid, StringComparison.Ordinal)))
                yield return new Difference(Kinds.ReceiptUnearned, strange.Number, $"went to {strange.Psid}, who has no such order");
    }

    private static bool WasPaid(PaymentLedger? ledger) => ledger?.Facts.Any(fact => fact.Kind == PaymentFactKind.Succeeded) == true;
}
