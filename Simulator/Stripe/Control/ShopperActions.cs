using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;
using CommerceBot.Simulator.Stripe.Processing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static CommerceBot.Simulator.Stripe.Control.ControlApi;

namespace CommerceBot.Simulator.Stripe.Control;

/// <summary>What a shopper does on the page, without the page; and the end of a page's time.</summary>
internal static class ShopperActions
{
    public static void MapShopperActs(this IEndpointRouteBuilder control)
    {
        control.MapPost("sessions/{id}/pay", (string id, PayOrder order, CheckoutProcessing counter) => Pay(id, order, counter));
        control.MapPost(
            "sessions/{id}/expire",
            (string id, CheckoutProcessing counter) => Answer(() => SessionShape.Of(counter.Expire(id))));
    }

    private static IResult Pay(string id, PayOrder order, CheckoutProcessing counter)
    {
        if (counter.Find(id) is not { } session) return Answer(() => throw StripeRefusal.NoSuch("checkout.session", id, "session"));
        if (order.Challenge is not (null or "complete" or "fail" or "leave"))
            return Answer(() => throw StripeRefusal.Invalid("Invalid challenge: must be one of complete, fail, leave", "challenge"));
        if (session.Status != SessionStatus.Open) return Outcome("not_open", session);
        var check = counter.Check(order.ToForm(), session);
        if (check.Payment is null)
            return Write(new JsonObject { ["outcome"] = "refused", ["fields"] = JsonSerializer.SerializeToNode(check.Wrong) }, 422);
        var result = counter.Pay(id, check.Payment);
        if (result is PayResult.Challenged && order.Challenge != "leave")
            result = counter.AnswerChallenge(id, proved: order.Challenge != "fail");
        return result switch
        {
            PayResult.Paid paid => Outcome("paid", paid.Session),
            PayResult.Processing processing => Outcome("processing", processing.Session),
            PayResult.Challenged challenged => Outcome("challenged", challenged.Session),
            PayResult.Declined declined => Outcome("declined", declined.Session, declined.Why.DeclineCode ?? declined.Why.Code),
            PayResult.NotOpen ended => Outcome("not_open", ended.Session),
            _ => Answer(() => throw StripeRefusal.NoSuch("checkout.session", id, "session")),
        };
    }

    private static IResult Outcome(string outcome, Session session, string? decline = null) =>
        Write(new JsonObject { ["outcome"] = outcome, ["decline_code"] = decline, ["session"] = SessionShape.Of(session) });
}
