using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.Orders;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Stripe;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class StripeWebhookTests
{
    private const string Secret = "whsec_of_this_shop";
    private const string Paid = """
        {"id":"evt_1","object":"event","type":"checkout.session.completed","api_version":null,"created":1795435200,"livemode":false,
         "data":{"object":{"id":"cs_test_1","object":"checkout.session","client_reference_id":"o-1","payment_intent":"pi_1",
          "metadata":{"order":"o-1","lane":"facebook:1:2"}}}}
        """;

    private static readonly FakeTimeProvider Time = new(Some.Noon);

    [Fact]
    public void A_signed_event_is_a_notification_of_what_to_look_at()
    {
        var notification = Notification(Paid);

        Assert.Equal(
            ("evt_1", "checkout.session.completed", "cs_test_1", "pi_1", "o-1"),
            (notification.EventId, notification.Type, notification.SessionId, notification.PaymentIntent, notification.OrderId));
        Assert.Equal((false, true), (notification.Live, notification.IsOurs));
    }

    [Theory]
    [InlineData(
        """{"id":"evt_1","type":"payment_intent.payment_failed","data":{"object":"""
        + """{"id":"pi_1","object":"payment_intent","latest_charge":"ch_1","metadata":{"order":"o-1"}}}}""",
        "pi_1", null, "o-1")]
    [InlineData(
        """{"id":"evt_1","type":"charge.refunded","data":{"object":{"id":"ch_1","object":"charge","payment_intent":"pi_1","metadata":"""
        + """{}}}}""",
        "pi_1", "ch_1", null)]
    [InlineData(
        """{"id":"evt_1","type":"refund.created","data":{"object":{"id":"re_1","object":"refund","payment_intent":"""
        + """{"id":"pi_1"},"charge":"ch_1"}}}""",
        "pi_1", "ch_1", null)]
    [InlineData(
        """{"id":"evt_1","type":"charge.dispute.created","data":{"object":"""
        + """{"id":"dp_1","object":"dispute","payment_intent":"pi_1","charge":"ch_1"}}}""",
        "pi_1", "ch_1", null)]
    [InlineData("""{"id":"evt_1","type":"invented.tomorrow","data":{"object":{"id":"x_1","object":"invention"}}}""", null, null, null)]
    [InlineData("""{"id":"evt_1","type":"ping","data":{"object":null}}""", null, null, null)]
    [InlineData("""{"id":"evt_1","type":"ping","data":[1]}""", null, null, null)]
    public void Every_kind_of_event_is_searched_for_its_payment(string body, string? intent, string? charge, string? order)
    {
        var notification = Notification(body);

        Assert.Equal(
            (null, intent, charge, order),
            (notification.SessionId, notification.PaymentIntent, notification.Charge, notification.OrderId));
    }

    [Fact]
    public void A_thin_event_names_its_session() => Assert.Equal("cs_test_1", Notification("""
        {"id":"evt_1","object":"v2.core.event","type":"v1.checkout.session.completed","livemode":true,"created":"2026-11-23T12:00:00Z",
         "related_object":{"id":"cs_test_1","type":"checkout.session","url":"/v1/checkout/sessions/cs_test_1"}}
        """).SessionId);

    [Fact]
    public void An_event_of_a_connected_account_is_not_ours() =>
        Assert.False(
            Notification(
                """{"id":"evt_1","type":"charge.succeeded","account":"acct_1","data":{"object":{"id":"ch_1","object":"charge"}}}""").IsOurs
        );

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":1,"type":"x"}""")]
    [InlineData("""{"id":"evt_1"}""")]
    [InlineData("""{"id":"\ud800","type":"x"}""")]
    public void A_signed_body_without_sense_is_unreadable_and_no_accident(string body) =>
        Assert.IsType<WebhookReading.Unreadable>(Read(body, Signed(body)));

    [Fact]
    public void A_body_as_deep_as_a_well_is_unreadable() =>
        Assert.IsType<WebhookReading.Unreadable>(Read(new string('[', 5000), Signed(new string('[', 5000))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",,,===")]
    [InlineData("t=abc,v1=00")]
    [InlineData("t=99999999999999999999999,v1=00")]
    [InlineData("t=-1,v1=00")]
    [InlineData("v1=00")]
    [InlineData("t=1795435200")]
    [InlineData("t=1795435200,v1=")]
    [InlineData("t=1795435200,v1=zz")]
    [InlineData("t=1795435200,v0=0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_missing_or_strange_signature_is_a_wrong_one(string? header) =>
        Assert.IsType<WebhookReading.NotSigned>(Read(Paid, header));

    [Fact]
    public void No_header_can_break_the_check_or_pass_it() =>
        Gen.String.Sample(header => Read(Paid, header) is WebhookReading.NotSigned);

    [Fact]
    public void A_right_signature_with_a_strange_time_is_refused()
    {
        foreach (var stamp in (string[])["abc", "9223372036854775808", "9223372036854775807", "-9223372036854775808", " "])
            Assert.IsType<WebhookReading.NotSigned>(Read(Paid, $"t={stamp},v1={EventUtility.ComputeSignature(Secret, stamp, Paid)}"));
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_signature_lives_five_minutes(int seconds, bool accepted) =>
        Assert.Equal(accepted, Read(Paid, Signed(Paid, seconds)) is WebhookReading.Notification);

    [Fact]
    public void A_changed_body_or_another_secret_is_refused()
    {
        Assert.IsType<WebhookReading.NotSigned>(Read(Paid + " ", Signed(Paid)));
        Assert.IsType<WebhookReading.NotSigned>(StripeWebhook.Read(Paid, Signed(Paid), ["whsec_other"], Time));
        Assert.IsType<WebhookReading.NotSigned>(StripeWebhook.Read(Paid, Signed(Paid), [], Time));
    }

    [Fact]
    public void While_secrets_change_either_of_them_is_right()
    {
        Assert.IsType<WebhookReading.Notification>(StripeWebhook.Read(Paid, Signed(Paid), ["whsec_new", Secret], Time));
        var two = $"{Signed(Paid)},v1={new string('0', 64)}";
        Assert.IsType<WebhookReading.Notification>(Read(Paid, two));
        Assert.Equal(["a", "b"], new StripeOptions { WebhookSecret = "a, b," }.WebhookSecrets);
    }

    private static StripeNotification Notification(string body) =>
        Assert.IsType<WebhookReading.Notification>(Read(body, Signed(body))).Value;

    private static WebhookReading Read(string body, string? header) => StripeWebhook.Read(body, header, [Secret], Time);

    /// <summary>Signed by Stripe's own library.</summary>
    private static string Signed(string body, int seconds = 0) =>
        EventUtility.GenerateSignatureHeader(body, Secret, Some.Noon.ToUnixTimeSeconds() + seconds);
}
