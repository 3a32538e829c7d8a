using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;
using CommerceBot.Simulator.Stripe.Processing;
using static CommerceBot.Simulator.Stripe.Api.Operation;
using static CommerceBot.Simulator.Stripe.Api.OtherParameters;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>The table of calls that the simulator answers.</summary>
internal static class Operations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Post("checkout/sessions", SessionParameters.Create, CreateSession) with { Check = Opening.Check },
        Get("checkout/sessions", ListSessions, Sessions),
        Get("checkout/sessions/{id}", Nothing, call => SessionShape.Of(FindSession(call))),
        Get("checkout/sessions/{id}/line_items", ListLineItems, LineItems),
        Post(
            "checkout/sessions/{id}/expire", Nothing,
            call => SessionShape.Of(Expiring.ExpireNow(call.Tables, call.Note, call.Id, call.Now, call.By))),
        Get("payment_intents", ListIntents, Intents),
        Post("payment_intents", IntentParameters.Create, Confirming.Create),
        Post("payment_intents/{id}/confirm", IntentParameters.Confirm, Confirming.Confirm),
        Post("payment_intents/{id}/cancel", IntentParameters.Cancel, Confirming.Cancel),
        Get("payment_intents/{id}", Nothing, call => See(call).Of(Find(call, call.Tables.Intents, "payment_intent", "intent"))),
        Get("charges", ListCharges, Charges),
        Get("charges/{id}", Nothing, call => See(call).Of(Find(call, call.Tables.Charges, "charge", "charge"))),
        Post(
            "refunds", CreateRefund,
            call => RefundShape.Of(Refunding.Create(call.Tables, call.Note, call.Asked, call.Now, call.By, call.DrawRefund))),
        Get("refunds", ListRefunds, Refunds),
        Get("refunds/{id}", Nothing, call => RefundShape.Of(Find(call, call.Tables.Refunds, "refund", "refund"))),
        Post("refunds/{id}", UpdateRefund, ChangeRefund),
        Post(
            "refunds/{id}/cancel", Nothing,
            call => RefundShape.Of(RefundEnding.Cancel(call.Tables, call.Note, call.Id, call.Now, call.By))),
        Get("disputes", ListDisputes, Disputes),
        Get("disputes/{id}", Nothing, call => See(call).Of(Find(call, call.Tables.Disputes, "dispute", "dispute"))),
        Post(
            "disputes/{id}/close", Nothing,
            call => See(call).Of(Disputing.Close(call.Tables, call.Note, call.Id, won: false, call.Now, call.By))),
        Get("events", ListEvents, Events),
        Get("events/{id}", Nothing, call => Shape(call, Find(call, call.Tables.Events, "event", "id"))),

        Post("customers", CreateCustomer, MakeCustomer),
        Get("customers", ListCustomers, Customers),
        Get("customers/{id}", Nothing, call => CustomerShape.Of(Find(call, call.Tables.Customers, "customer", "id"))),

        Get("balance", Nothing, Balance),
    ];

    private static JsonObject CreateSession(Call call)
    {
        if (call.Asked.Text("customer") is { } customer && !call.Tables.Customers.TryGet(customer, out _))
            throw StripeRefusal.Invalid($"No such customer: '{customer}'", "customer", "resource_missing");
        var session = Opening.Open(call.Asked, call.Now, call.Simulator);
        call.Note.Add(new SessionSaved(session));
        return SessionShape.Of(session);
    }

    private static JsonObject Sessions(Call call)
    {
        var asked = call.Asked;
        return Page.Of(call, call.Tables.Sessions, "/v1/checkout/sessions", session => session.Created, IsWanted, SessionShape.Of);

        bool IsWanted(Session session) =>
            Matches(asked.Text("status"), SessionShape.Word(session.Status))
            && Matches(asked.Text("customer"), session.CustomerId)
            && Matches(asked.Text("payment_intent"), session.Status == SessionStatus.Complete ? session.IntentId : null)
            && Matches(asked.Text("customer_details", "email"), session.Payer?.Email ?? session.Asked.Text("customer_email"));
    }

    private static JsonObject LineItems(Call call)
    {
        var session = FindSession(call);
        return Page.Cut(
            call.Asked,
            [.. session.Lines],
            line => line.Id, $"/v1/checkout/sessions/{session.Id}/line_items",
            line => SessionShape.LineItem(session, line));
    }

    private static JsonObject Intents(Call call) => Page.Of(
        call, call.Tables.Intents, "/v1/payment_intents", intent => intent.Created,
        intent => Matches(call.Asked.Text("customer"), intent.CustomerId), See(call).Of);

    private static JsonObject Charges(Call call) => Page.Of(
        call, call.Tables.Charges, "/v1/charges", charge => charge.Created,
        charge => Matches(call.Asked.Text("customer"), charge.CustomerId) && Matches(call.Asked.Text("payment_intent"), charge.IntentId),
        See(call).Of);

    private static JsonObject Refunds(Call call) => Page.Of(
        call, call.Tables.Refunds, "/v1/refunds", refund => refund.Created,
        refund => Matches(call.Asked.Text("charge"), refund.ChargeId) && Matches(call.Asked.Text("payment_intent"), refund.IntentId),
        RefundShape.Of);

    private static JsonObject ChangeRefund(Call call)
    {
        var refund = Find(call, call.Tables.Refunds, "refund", "refund");
        var changed = refund with { Metadata = MetadataChange.Merge(refund.Metadata, call.Asked.At("metadata")) };
        call.Note.Add(new RefundSaved(changed));
        call.Note.Raise(
            "refund.updated", RefundShape.Of(changed), call.Now, call.By,
            new JsonObject { ["metadata"] = RefundShape.Of(refund)["metadata"]!.DeepClone() }
        );
        return RefundShape.Of(changed);
    }

    private static JsonObject Disputes(Call call) => Page.Of(
        call, call.Tables.Disputes, "/v1/disputes", dispute => dispute.Created,
        dispute => Matches(call.Asked.Text("charge"), dispute.ChargeId) && Matches(call.Asked.Text("payment_intent"), dispute.IntentId),
        See(call).Of);

    private static JsonObject Events(Call call)
    {
        var types = call.Asked.Items("types").Select(type => type.GetString()).ToArray();
        return Page.Of(call, call.Tables.Events, "/v1/events", raised => raised.Created, IsWanted, raised => Shape(call, raised));

        bool IsWanted(StripeEvent raised) =>
            (
                call.Asked.Text("type") is not { } type
                || (
                    type.EndsWith(".*", StringComparison.Ordinal)
                        ? raised.Type.StartsWith(type[..^1], StringComparison.Ordinal)
                        : raised.Type == type))
            && (types.Length == 0 || types.Contains(raised.Type))
            && (call.Asked.At("delivery_success") is null || call.Asked.IsOn("delivery_success") != call.Tables.IsUndelivered(raised.Id));
    }

    private static JsonObject MakeCustomer(Call call)
    {
        var customer = new Customer(Ids.New("cus_", 14), call.Now, call.Asked);
        call.Note.Add(new CustomerSaved(customer));
        call.Note.Raise("customer.created", CustomerShape.Of(customer), call.Now, call.By);
        return CustomerShape.Of(customer);
    }

    private static JsonObject Customers(Call call) => Page.Of(
        call, call.Tables.Customers, "/v1/customers", customer => customer.Created,
        customer => Matches(call.Asked.Text("email"), customer.Asked.Text("email")), CustomerShape.Of);

    /// <summary>What came less what went back or is disputed, per currency; the simulator takes no fees.</summary>
    private static JsonObject Balance(Call call) =>
        new()
        {
            ["object"] = "balance",
            ["available"] = new JsonArray([
                .. call
                    .Tables.Charges.All.Where(charge => charge.Succeeded)
                    .GroupBy(charge => charge.Currency)
                    .Select(charges => new JsonObject
                    {
                        ["amount"] = charges.Sum(charge => charge.Amount - charge.Refunded - call.Tables.Withdrawn(charge.Id)),
                        ["currency"] = charges.Key,
                    }),
            ]),
            ["livemode"] = false,
            ["pending"] = new JsonArray(),
        };

    private static View See(Call call) => new(call.Tables, call.Note);

    private static JsonObject Shape(Call call, StripeEvent raised) => EventShape.Of(raised, call.Tables.IsUndelivered(raised.Id));

    private static Session FindSession(Call call) => Find(call, call.Tables.Sessions, "checkout.session", "session");

    private static T Find<T>(Call call, LedgerIndex<T> category, string what, string param)
        where T : class => category.TryGet(call.Id, out var thing) ? thing : throw StripeRefusal.NoSuch(what, call.Id, param);

    private static bool Matches(string? wanted, string? actual) => wanted is null || wanted == actual;
}
