using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>Which order a payment object belongs to, and whose it is, in the words that the shop and the shopper gave.</summary>
internal static class OrderAndShopper
{
    public static string Of(Session session) => Joined(
        session.Asked.Text("payment_intent_data", "description") ?? session.Asked.Text("client_reference_id"),
        session.Payer ?? session.Challenge?.Payer, session.Asked.Text("customer_email"));

    public static string Of(LedgerTables tables, Charge charge)
    {
        var intent = tables.Intents.Get(charge.IntentId);
        return tables.Sessions.TryGet(intent.SessionId, out var session)
            ? Joined(session.Asked.Text("payment_intent_data", "description") ?? session.Asked.Text("client_reference_id"), charge.Payer,
                null)
            : Joined(intent.Asked.Text("description"), charge.Payer, null);
    }

    private static string Joined(string? order, Payer? payer, string? mail)
    {
        var shopper = new[] { payer?.Name, payer?.Email ?? mail }.Where(part => !string.IsNullOrEmpty(part));
        return string.Join(" · ",
            new[] { order is null ? null : $"Order {order}", string.Join(", ", shopper) }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
