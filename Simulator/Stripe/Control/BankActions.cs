using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Processing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static CommerceBot.Simulator.Stripe.Control.ControlApi;

namespace CommerceBot.Simulator.Stripe.Control;

/// <summary>What banks, and the merchant in Stripe's dashboard, do behind the shop's back. A body may be left out.</summary>
internal static class BankActions
{
    public static void MapBankActs(this IEndpointRouteBuilder control)
    {
        control.MapPost(
            "sessions/{id}/settle",
            (string id, SettleOrder? order, RefundProcessing office) => Answer(() => office.SettleSession(id, Succeeded(order))));
        control.MapPost(
            "charges/{id}/refund",
            (string id, AmountOrder? order, RefundProcessing office) => Answer(() => office.Refund(id, order?.Amount, order?.Reason)));
        control.MapPost(
            "refunds/{id}/settle",
            (string id, SettleOrder? order, RefundProcessing office) => Answer(() => office.SettleRefund(id, Succeeded(order))));
        control.MapPost(
            "charges/{id}/dispute",
            (string id, AmountOrder? order, RefundProcessing office) =>
                Answer(() => office.Dispute(id, order?.Amount, order?.Reason ?? "fraudulent")));
        control.MapPost(
            "disputes/{id}/close",
            (string id, CloseOrder? order, RefundProcessing office) => Answer(() => office.CloseDispute(id, Won(order))));
        control.MapPost(
            "disputes/{id}/move",
            (string id, CloseOrder? order, RefundProcessing office) => Answer(() => office.MoveDispute(id, order?.Status ?? "")));
    }

    private static bool Succeeded(SettleOrder? order) => order?.Outcome switch
    {
        "succeeded" => true,
        "failed" => false,
        _ => throw StripeRefusal.Invalid("Invalid outcome: must be one of succeeded, failed", "outcome"),
    };

    private static bool Won(CloseOrder? order) => order?.Status switch
    {
        "won" => true,
        "lost" => false,
        _ => throw StripeRefusal.Invalid("Invalid status: must be one of won, lost", "status"),
    };
}
