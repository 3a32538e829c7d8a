using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class PaymentsJsonTests
{
    [Fact]
    public void Every_call_comes_back_as_it_was_written()
    {
        var order = Some.Order();
        RoundTrip(Pay.Call(order), "open-session", PaymentsJson.Default.PaymentCall);
        RoundTrip(new ExpireSession(order.Id, "cs_1"), "expire-session", PaymentsJson.Default.PaymentCall);
        RoundTrip(new ReadSession(order.Id, "cs_1"), "read-session", PaymentsJson.Default.PaymentCall);
    }

    [Fact]
    public void Every_answer_comes_back_as_it_was_written()
    {
        var order = Some.Order();
        RoundTrip(Pay.Answer(order, 1), "session-opened", PaymentsJson.Default.PaymentAnswer);
        RoundTrip(new SessionSeen(order.Id, Pay.Paid(order)), "session-seen", PaymentsJson.Default.PaymentAnswer);
        RoundTrip(new SessionSeen(order.Id, Pay.Expired(order)), "session-seen", PaymentsJson.Default.PaymentAnswer);
        RoundTrip(new CallFailed(order.Id, null, CallFailure.GaveUp, "x"), "call-failed", PaymentsJson.Default.PaymentAnswer);
    }

    [Fact]
    public void A_ledger_comes_back_as_it_was_written()
    {
        var order = Some.Order();
        var paid = Pay.See(order, Pay.Opened(order, 2), Pay.Paid(order)).Ledger with { Version = 8 };
        var json = JsonSerializer.Serialize(paid, PaymentsJson.Default.PaymentLedger);
        var back = JsonSerializer.Deserialize(json, PaymentsJson.Default.PaymentLedger)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, PaymentsJson.Default.PaymentLedger));
        Assert.Equal((paid.State, paid.Taken, 8), (back.State, back.Taken, back.Version));
    }

    [Fact]
    public void The_kind_may_stand_anywhere_and_an_unknown_one_is_an_error()
    {
        Assert.IsType<ReadSession>(
            JsonSerializer.Deserialize("""{"sessionId":"cs_1","order":"o","kind":"read-session"}""", PaymentsJson.Default.PaymentCall));
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize("""{"kind":"System.Diagnostics.Process"}""", PaymentsJson.Default.PaymentCall));
    }

    private static void RoundTrip<T>(T value, string kind, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        Assert.Contains($"\"kind\":\"{kind}\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("CommerceBot", json, StringComparison.Ordinal);
        var back = JsonSerializer.Deserialize(json, type)!;
        Assert.Equal(value!.GetType(), back.GetType());
        Assert.Equal(json, JsonSerializer.Serialize(back, type));
    }
}
