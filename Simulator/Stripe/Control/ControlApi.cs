using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;
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
        var control = app.MapGroup($"{StripeSimulatorEndpoints.Root}/control");
        control.MapGet("ledger", (StripeLedger ledger, DeliveryGate gate) => Write(ledger.Read(tables => Everything(tables, gate))));
        control.MapGet("webhooks", (StripeLedger ledger, DeliveryGate gate) => Write(ledger.Read(tables => Webhooks(tables, gate))));
        control.MapPost(
            "webhooks/stop",
            (DeliveryGate gate) =>
            {
                gate.Close();
                return Write(new JsonObject { ["delivery"] = "stopped" });
            }
        );
        control.MapPost(
            "webhooks/resume",
            (DeliveryGate gate) =>
            {
                gate.Open();
                return Write(new JsonObject { ["delivery"] = "running" });
            }
        );
        control.MapShopperActs();
        control.MapBankActs();
        control.MapFaults();
    }

    /// <summary>Answers as the API would: what came of it, or the refusal.</summary>
    public static IResult Answer(Func<JsonObject> act)
    {
        try
        {
            return Write(act());
        }
        catch (StripeRefusal refusal)
        {
            return Write(refusal.ToJson("control"), refusal.Status);
        }
    }

    public static IResult Write(JsonObject json, int status = 200) =>
        Results.Text(json.ToJsonString(), "application/json", statusCode: status);

    /// <summary>A small part of the ledger, for whoever asks often.</summary>
    private static JsonObject Webhooks(LedgerTables tables, DeliveryGate gate) => new()
    {
        ["delivery"] = gate.IsClosed ? "stopped" : "running",
        ["undelivered"] = new JsonArray([.. tables.Undelivered.Select(raised => JsonValue.Create(raised.Id))]),
    };

    private static JsonObject Everything(LedgerTables tables, DeliveryGate gate)
    {
        var view = new Api.View(tables, new Note());
        return new JsonObject
        {
            ["sessions"] = new JsonArray([.. tables.Sessions.All.Select(SessionShape.Of)]),
            ["payment_intents"] = new JsonArray([.. tables.Intents.All.Select(view.Of)]),
            ["charges"] = new JsonArray([.. tables.Charges.All.Select(view.Of)]),
            ["refunds"] = new JsonArray([.. tables.Refunds.All.Select(RefundShape.Of)]),
            ["disputes"] = new JsonArray([.. tables.Disputes.All.Select(view.Of)]),
            ["customers"] = new JsonArray([.. tables.Customers.All.Select(CustomerShape.Of)]),
            ["events"] = new JsonArray([.. tables.Events.All.Select(raised => EventShape.Of(raised, tables.IsUndelivered(raised.Id)))]),
            ["webhooks"] = new JsonObject
            {
                ["delivery"] = gate.IsClosed ? "stopped" : "running",
                ["undelivered"] = tables.Undelivered.Count(),
            },
        };
    }
}
