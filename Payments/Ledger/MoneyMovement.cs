using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>Money that came (above zero) or went back (below) by one fact of a ledger.</summary>
/// <param name="Fact">Its place in the ledger, which never changes.</param>
public sealed record MoneyMovement(int Fact, DateTimeOffset At, Money Amount)
{
    /// <summary>
    /// Every movement of a ledger, in the order of its facts: after each fact, by how much what is here differs from before. So a
    /// refund that a bank sent back, or a dispute that was won, comes in again.
    /// </summary>
    public static IReadOnlyList<MoneyMovement> Of(PaymentLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var movements = new List<MoneyMovement>();
        Money? before = null;
        for (var at = 0; at < ledger.Facts.Count; at++)
        {
            if (Held(ledger with { Facts = [.. ledger.Facts.Take(at + 1)] }) is not { } now)
                continue;
            var moved = now - (before ?? Money.Zero(now.Currency));
            before = now;
            if (moved.Minor != 0)
                movements.Add(new MoneyMovement(at, ledger.Facts[at].At, moved));
        }

        return movements;
    }

    /// <summary>What came and has not gone back; null while nothing came. One ledger is of one currency.</summary>
    private static Money? Held(PaymentLedger ledger)
    {
        var receipts = ledger.Facts.Where(fact => fact is { IsReceipt: true, Amount: not null }).ToList();
        if (receipts.Count == 0)
            return null;
        var currency = receipts[0].Amount!.Value.Currency;
        var came = receipts.Where(fact => fact.Amount!.Value.Currency == currency)
            .Aggregate(Money.Zero(currency), (sum, fact) => sum + fact.Amount!.Value);
        return ledger.WentBack is { } back && back.Currency == currency ? came - back : came;
    }
}
