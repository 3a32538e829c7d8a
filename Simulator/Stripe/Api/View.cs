using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>Things as the API shows them, what this call has just noted included.</summary>
internal sealed class View(LedgerTables tables, Note note)
{
    /// <summary>The thing with this id as JSON, or null when there is none.</summary>
    public JsonObject? Of(string id) => id[..(id.IndexOf('_', StringComparison.Ordinal) + 1)] switch
    {
        "cs_" when Session(id) is { } session => SessionShape.Of(session),
        "pi_" when Intent(id) is { } intent => Of(intent),
        "ch_" when Charge(id) is { } charge => Of(charge),
        "re_" when Find(id, tables.Refunds, (RefundSaved saved) => saved.Refund) is { } refund => RefundShape.Of(refund),
        "du_" when Find(id, tables.Disputes, (DisputeSaved saved) => saved.Dispute) is { } dispute => Of(dispute),
        "cus_" when Customer(id) is { } customer => CustomerShape.Of(customer),
        _ => null,
    };

    public JsonObject Of(Intent intent) =>
        PaymentShapes.Of(intent, intent.LatestChargeId is { } chargeId ? Charge(chargeId) : null);

    public JsonObject Of(Charge charge) => PaymentShapes.Of(charge, Intent(charge.IntentId)!);

    public JsonObject Of(Dispute dispute) => DisputeShape.Of(dispute, Charge(dispute.ChargeId)!);

    public Session? Session(string id) => Find(id, tables.Sessions, (SessionSaved saved) => saved.Session);

    private Intent? Intent(string id) => Find(id, tables.Intents, (IntentSaved saved) => saved.Intent);

    private Charge? Charge(string id) => Find(id, tables.Charges, (ChargeSaved saved) => saved.Charge);

    private Customer? Customer(string id) => Find(id, tables.Customers, (CustomerSaved saved) => saved.Customer);

    /// <summary>Newest first, each as it is now.</summary>
    public IEnumerable<Refund> RefundsOf(string chargeId)
    {
        var noted = note.Facts.OfType<RefundSaved>().Select(saved => saved.Refund).Where(refund => refund.ChargeId == chargeId).Reverse();
        return noted.Concat(tables.RefundsOf(chargeId).Reverse()).DistinctBy(refund => refund.Id);
    }

    private T? Find<T, TFact>(string id, LedgerIndex<T> category, Func<TFact, T> of)
        where T : class
        where TFact : Fact =>
        note.Facts.OfType<TFact>().Select(of).LastOrDefault(thing => category.IdOf(thing) == id)
        ?? (category.TryGet(id, out var kept) ? kept : null);
}
