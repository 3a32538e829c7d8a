using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;
using CommerceBot.Simulator.Stripe.Till;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Stripe.Control;

/// <summary>What a test or an auditor needs and Stripe does not offer. Described in the README beside this folder.</summary>
internal static class ControlApi
{
    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup($"{StripeSimulator.Root}/control");
        control.MapGet("ledger", (StripeLedger ledger, DeliveryGate gate) => Write(ledger.Read(books => Everything(books, gate))));
        control.MapPost("sessions/{id}/pay", (string id, PayOrder order, Counter counter) => Pay(id, order, counter));
        control.MapPost("sessions/{id}/expire", (string id, Counter counter) => Expire(id, counter));
        control.MapPost("webhooks/stop", (DeliveryGate gate) => { gate.Close(); return Write(new JsonObject { ["delivery"] = "stopped" }); });
        control.MapPost("webhooks/resume", (DeliveryGate gate) => { gate.Open(); return Write(new JsonObject { ["delivery"] = "running" }); });
    }

    private static JsonObject Everything(Books books, DeliveryGate gate)
    {
        var view = new Api.View(books, new Note());
        return new JsonObject
        {
            ["sessions"] = new JsonArray([.. books.Sessions.All.Select(SessionShape.Of)]),
            ["payment_intents"] = new JsonArray([.. books.Intents.All.Select(view.Of)]),
            ["charges"] = new JsonArray([.. books.Charges.All.Select(view.Of)]),
            ["refunds"] = new JsonArray([.. books.Refunds.All.Select(PaymentShapes.Of)]),
            ["customers"] = new JsonArray([.. books.Customers.All.Select(CustomerShape.Of)]),
            ["events"] = new JsonArray([.. books.Events.All.Select(raised => EventShape.Of(raised, books.IsUndelivered(raised.Id)))]),
            ["webhooks"] = new JsonObject { ["delivery"] = gate.IsClosed ? "stopped" : "running", ["undelivered"] = books.Undelivered.Count() },
        };
    }

    private static IResult Pay(string id, PayOrder order, Counter counter)
    {
        if (counter.Find(id) is not { } session) return Refuse(StripeRefusal.NoSuch("checkout.session", id, "session"));
        if (session.Status != SessionStatus.Open) return Outcome("not_open", session);
        var check = counter.Check(order.ToForm(), session);
        if (check.Payment is null)
            return Write(new JsonObject { ["outcome"] = "refused", ["fields"] = JsonSerializer.SerializeToNode(check.Wrong) }, 422);
        return counter.Pay(id, check.Payment) switch
        {
            PayResult.Paid paid => Outcome("paid", paid.Session),
            PayResult.Declined declined => Outcome("declined", declined.Session, declined.Why.DeclineCode),
            PayResult.NotOpen ended => Outcome("not_open", ended.Session),
            _ => Refuse(StripeRefusal.NoSuch("checkout.session", id, "session")),
        };
    }

    private static IResult Expire(string id, Counter counter)
    {
        try
        {
            return Write(SessionShape.Of(counter.Expire(id)));
        }
        catch (StripeRefusal refusal)
        {
            return Refuse(refusal);
        }
    }

    private static IResult Outcome(string outcome, Session session, string? decline = null) =>
        Write(new JsonObject { ["outcome"] = outcome, ["decline_code"] = decline, ["session"] = SessionShape.Of(session) });

    private static IResult Refuse(StripeRefusal refusal) => Write(refusal.ToJson("control"), refusal.Status);

    private static IResult Write(JsonObject json, int status = 200) => Results.Text(json.ToJsonString(), "application/json", statusCode: status);
}

/// <summary>How to pay without a browser: a test card by name or number; the rest has defaults.</summary>
internal sealed record PayOrder(string? Card, string? Email, string? Name, string? Country, string? Phone, string? Delivery)
{
    public PaymentForm ToForm() => new()
    {
        Number = TestCards.Named(Card ?? "success")?.Number ?? Card ?? "",
        Expiry = "12/49",
        Code = "123",
        Email = Email ?? "shopper@example.com",
        Name = Name ?? "Test Shopper",
        Country = Country ?? "IT",
        Phone = Phone ?? "+39 055 123456",
        Delivery = Delivery ?? "",
        Terms = true,
        ShipName = Name ?? "Test Shopper",
        ShipLine1 = "Via Roma 1",
        ShipPostalCode = "50123",
        ShipCity = "Firenze",
        ShipState = "FI",
        ShipCountry = Country ?? "IT",
    };
}
