using System.Net;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.Orders;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Payments;

/// <summary>What the gateway makes of every kind of trouble, with a Stripe that answers as told.</summary>
public sealed class StripeGatewayTests
{
    private static readonly ReadSession Read = new(Some.Order().Id, "cs_test_1");
    private static readonly OpenSession Open = Pay.Call(Some.Order());

    [Theory]
    [InlineData(
        400, """{"error":{"type":"invalid_request_error","code":"parameter_unknown","param":"payment_method_types","message":"m"}}""",
        CallFailure.BadRequest)]
    [InlineData(400, """{"error":{"type":"idempotency_error","message":"m"}}""", CallFailure.KeyReused)]
    [InlineData(401, """{"error":{"type":"invalid_request_error","message":"m"}}""", CallFailure.NotAllowed)]
    [InlineData(402, """{"error":{"type":"card_error","code":"card_declined","message":"m"}}""", CallFailure.Declined)]
    [InlineData(403, """{"error":{"type":"invalid_request_error","message":"m"}}""", CallFailure.NotAllowed)]
    [InlineData(404, """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"m"}}""", CallFailure.NotFound)]
    [InlineData(404, "<html>not here</html>", CallFailure.NotFound)]
    public async Task What_a_repeat_cannot_help_is_an_answer(int status, string body, CallFailure expected)
    {
        var told = new ToldStripe(status, body);
        var failed = Assert.IsType<CallFailed>(await told.AskAsync(Open));

        Assert.Equal((expected, 1, Open.Order), (failed.Failure, failed.Attempt, failed.Order));
        Assert.DoesNotContain("m\"", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(1, told.Requests);
    }

    [Theory]
    [InlineData(409, """{"error":{"type":"invalid_request_error","code":"idempotency_key_in_use","message":"m"}}""")]
    [InlineData(429, """{"error":{"type":"invalid_request_error","code":"rate_limit","message":"m"}}""")]
    [InlineData(500, """{"error":{"type":"api_error","message":"m"}}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "")]
    [InlineData(408, "")]
    [InlineData(302, "")]
    [InlineData(204, "")]
    [InlineData(200, "<html>a proxy's page</html>")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    public async Task What_a_repeat_may_help_is_thrown_and_asked_only_once(int status, string body)
    {
        var told = new ToldStripe(status, body);

        await Assert.ThrowsAsync<PaymentUnreachableException>(() => told.AskAsync(Open));
        Assert.Equal(1, told.Requests);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"object":"list","data":null}""")]
    [InlineData("""{"object":"list","data":[null]}""")]
    [InlineData("""{"object":"list","data":[{"object":"refund"}]}""")]
    public async Task A_list_that_nobody_can_read_is_trouble_from_outside(string body)
    {
        await Assert.ThrowsAsync<PaymentUnreachableException>(() =>
            new ToldStripe(200, body).AskAsync(new ReadRefunds(Open.Order, "pi_1")));
        await Assert.ThrowsAsync<PaymentUnreachableException>(() =>
            new ToldStripe(200, body.Replace("refund", "dispute", StringComparison.Ordinal)).AskAsync(new ReadDisputes(Open.Order,
            "pi_1")));
        await Assert.ThrowsAsync<PaymentUnreachableException>(() =>
            new ToldStripe(200, body.Contains("list", StringComparison.Ordinal) ? "null" : body).AskAsync(Read));
    }

    [Fact]
    public async Task A_list_that_goes_on_says_nothing_about_what_is_missing_in_it()
    {
        var told = new ToldStripe(
            200,
            """{"object":"list","has_more":true,"data":[{"id":"re_1","object":"refund","amount":"""
            + """100,"currency":"eur","status":"on_hold"}]}"""
        );
        var seen = Assert.IsType<RefundsSeen>(await told.AskAsync(new ReadRefunds(Open.Order, "pi_1")));

        Assert.Null(seen.AllOf);
        Assert.Equal((RefundStatus.Unknown, "on_hold"), (seen.Refunds[0].Status, seen.Refunds[0].Word));
    }

    [Theory]
    [InlineData("needs_response", DisputeStatus.NeedsResponse)]
    [InlineData("warning_needs_response", DisputeStatus.NeedsResponse)]
    [InlineData("appeal_needs_response", DisputeStatus.NeedsResponse)]
    [InlineData("under_review", DisputeStatus.UnderReview)]
    [InlineData("warning_under_review", DisputeStatus.UnderReview)]
    [InlineData("appeal_under_review", DisputeStatus.UnderReview)]
    [InlineData("won", DisputeStatus.Won)]
    [InlineData("warning_closed", DisputeStatus.Won)]
    [InlineData("prevented", DisputeStatus.Won)]
    [InlineData("lost", DisputeStatus.Lost)]
    [InlineData("arbitration", DisputeStatus.Unknown)]
    public async Task Every_word_on_a_dispute_is_known_or_kept(string word, DisputeStatus status)
    {
        var due = Some.Noon.AddDays(9);
        var told = new ToldStripe(
            200,
            $$$"""{"object":"list","data":[{"id":"du_1","object":"dispute","amount":"""
            + $$$"""100,"currency":"eur","status":"{{{word}}}","evidence_details":{"due_by":{{{due.ToUnixTimeSeconds()}}}}}]}"""
        );
        var dispute = Assert.Single(Assert.IsType<DisputesSeen>(await told.AskAsync(new ReadDisputes(Open.Order, "pi_1"))).Disputes);

        Assert.Equal((status, word, due), (dispute.Status, dispute.Word, dispute.EvidenceDueBy));
    }

    [Fact]
    public async Task Stripe_says_how_long_to_wait()
    {
        var told = new ToldStripe(429, """{"error":{"type":"invalid_request_error"}}""") { Headers = { ["Retry-After"] = "7" } };

        Assert.Equal(
            TimeSpan.FromSeconds(7),
            (await Assert.ThrowsAsync<PaymentUnreachableException>(() => told.AskAsync(Open))).RetryAfter);
    }

    [Fact]
    public async Task A_failure_that_Stripe_keeps_under_the_key_ends_the_attempt()
    {
        var told = new ToldStripe(500, """{"error":{"type":"api_error"}}""") { Headers = { ["Idempotent-Replayed"] = "true" } };

        Assert.Equal(CallFailure.KeySpent, Assert.IsType<CallFailed>(await told.AskAsync(Open)).Failure);
    }

    [Fact]
    public async Task No_network_and_no_time_left_are_thrown_as_ours()
    {
        await Assert.ThrowsAsync<PaymentUnreachableException>(() => new ToldStripe(new HttpRequestException("refused")).AskAsync(Read));
        await Assert.ThrowsAsync<PaymentUnreachableException>(() =>
            new ToldStripe(new TaskCanceledException("late", new TimeoutException())).AskAsync(Read));
    }

    [Fact]
    public async Task A_shop_that_stops_does_not_blame_Stripe()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ToldStripe(200, "{}").Gateway.SendAsync(Read, stopped.Token));
    }

    [Fact]
    public async Task When_Stripe_is_down_we_stop_asking_for_a_while()
    {
        var told = new ToldStripe(503, "");
        for (var failure = 0; failure < 8; failure++)
            await Assert.ThrowsAsync<PaymentUnreachableException>(() => told.AskAsync(Read));

        var broken = await Assert.ThrowsAsync<PaymentUnreachableException>(() => told.AskAsync(Read));
        Assert.Equal(8, told.Requests);
        Assert.NotNull(broken.RetryAfter);
        told.Time.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<PaymentUnreachableException>(() => told.AskAsync(Read));
        Assert.Equal(9, told.Requests);
    }

    [Fact]
    public async Task Too_many_requests_and_refusals_do_not_stop_us()
    {
        var told = new ToldStripe(429, "");
        for (var failure = 0; failure < 20; failure++)
            await Assert.ThrowsAsync<PaymentUnreachableException>(() => told.AskAsync(Read));

        Assert.Equal(20, told.Requests);
    }

    [Fact]
    public async Task A_session_is_asked_for_in_Stripes_words_and_with_our_key()
    {
        var told = new ToldStripe(200, """{"id":"cs_test_1","object":"checkout.session","url":"https://checkout.stripe.com/c/1"}""");
        Assert.IsType<SessionOpened>(await told.AskAsync(Open));

        var form = told.Form;
        Assert.Equal("cs:a1b2c3d4e5f60718-42:1", told.Key);
        Assert.Equal(
            Some.Noon.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), form["expires_at"]);
        Assert.Equal(("payment", "it", "false"), (form["mode"], form["locale"], form["adaptive_pricing[enabled]"]));
        Assert.Equal(
            ("eur", "1990", "2", "inclusive"),
            (
                form["line_items[0][price_data][currency]"], form["line_items[0][price_data][unit_amount]"],
                form["line_items[0][quantity]"], form["line_items[0][price_data][tax_behavior]"]));
        Assert.Equal(
            ("490", "Corriere", "inclusive"),
            (
                form["shipping_options[0][shipping_rate_data][fixed_amount][amount]"],
                form["shipping_options[0][shipping_rate_data][display_name]"], form["shipping_options[0][shipping_rate_data][tax_behavior]"]
            ));
        foreach (var place in (string[])["metadata", "payment_intent_data[metadata]"])
            Assert.Equal(("a1b2c3d4e5f60718-42", "facebook:1234:5678", Open.Number.Value, "1"),
                (form[$"{place}[order]"], form[$"{place}[lane]"], form[$"{place}[number]"], form[$"{place}[attempt]"]));
        Assert.Equal(("a1b2c3d4e5f60718-42", "anna@example.com"), (form["client_reference_id"], form["customer_email"]));
        Assert.DoesNotContain(form.Keys, key => key.StartsWith("payment_method_types", StringComparison.Ordinal) || form[key].Length == 0);
    }

    [Fact]
    public async Task A_repeat_sends_the_very_same_bytes()
    {
        var told = new ToldStripe(200, """{"id":"cs_test_1","object":"checkout.session","url":"https://checkout.stripe.com/c/1"}""");
        await told.AskAsync(Open);
        var first = told.Body;
        told.Time.Advance(TimeSpan.FromMinutes(20));
        await told.AskAsync(Open);

        Assert.Equal(first, told.Body);
    }

    [Theory]
    [InlineData("""{"id":"cs_1","status":"sleeping","payment_status":"maybe"}""", SessionStatus.Unknown, SessionPayment.Unknown)]
    [InlineData(
        """{"id":"cs_1","status":"complete","payment_status":"unpaid","payment_intent":"""
        + """{"id":"pi_1","object":"payment_intent","status":"processing"}}""",
        SessionStatus.Complete, SessionPayment.Unpaid)]
    [InlineData(
        """{"id":"cs_1","status":"complete","payment_status":"unpaid","payment_intent":"""
        + """{"id":"pi_1","object":"payment_intent","status":"requires_payment_method"}}""",
        SessionStatus.Complete, SessionPayment.Failed)]
    [InlineData(
        """{"id":"cs_1","status":"open","payment_status":"unpaid","payment_intent":"""
        + """{"id":"pi_1","object":"payment_intent","status":"requires_payment_method"}}""",
        SessionStatus.Open, SessionPayment.Unpaid)]
    [InlineData(
        """{"id":"cs_1","status":"complete","payment_status":"no_payment_required"}""", SessionStatus.Complete, SessionPayment.NotRequired)]
    public async Task A_session_with_new_words_or_few_is_read_without_guessing(string body, SessionStatus status, SessionPayment payment)
    {
        var seen = Assert.IsType<SessionSeen>(await new ToldStripe(200, body).AskAsync(Read)).Session;

        Assert.Equal((status, payment, "XXX"), (seen.Status, seen.Payment, seen.Amount.Currency.Code));
        Assert.Null(seen.ExpiresAt);
        Assert.Equal(status == SessionStatus.Unknown || payment == SessionPayment.Unknown, seen.UnknownStatus is not null);
    }

    [Fact]
    public async Task A_payment_of_a_status_that_nobody_knew_is_not_taken_for_one_under_way()
    {
        const string body =
            """{"id":"cs_1","status":"complete","payment_status":"unpaid","payment_intent":"""
            + """{"id":"pi_1","object":"payment_intent","status":"requires_patience"}}""";
        var seen = Assert.IsType<SessionSeen>(await new ToldStripe(200, body).AskAsync(Read)).Session;

        Assert.Equal(SessionPayment.Unknown, seen.Payment);
        Assert.Contains("requires_patience", seen.UnknownStatus, StringComparison.Ordinal);
    }

    private sealed class ToldStripe : HttpMessageHandler
    {
        private readonly int _status = 200;
        private readonly string _body = "";
        private readonly Exception? _trouble;

        public ToldStripe(int status, string body)
            : this() => (_status, _body) = (status, body);

        public ToldStripe(Exception trouble)
            : this() => _trouble = trouble;

        private ToldStripe() => Gateway = new StripeGateway(new HttpClient(this), new StripeOptions { ApiKey = "sk_test_1" }, Time);

        public FakeTimeProvider Time { get; } = new(Some.Noon);

        public StripeGateway Gateway { get; }

        public Dictionary<string, string> Headers { get; } = [];

        public int Requests { get; private set; }

        public string Body { get; private set; } = "";

        public string? Key { get; private set; }

        public Dictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]));

        public Task<PaymentAnswer> AskAsync(PaymentCall asked) => Gateway.SendAsync(asked, TestContext.Current.CancellationToken);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            if (_trouble is not null)
                throw _trouble;
            Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
            var response = new HttpResponseMessage((HttpStatusCode)_status)
            {
                Content = new StringContent(_body),
                RequestMessage = request,
            };
            foreach (var (name, value) in Headers)
                response.Headers.Add(name, value);
            return response;
        }
    }
}
