using CommerceBot.Tests.Simulator.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>A simulator at which everything has happened that can happen there.</summary>
internal sealed class BusyCheckout
{
    private readonly StripeTestEnvironment environment;

    private BusyCheckout(StripeTestEnvironment environment) => this.environment = environment;

    public static IReadOnlyList<string> AllEvents { get; } =
    [
        "charge.dispute.closed",
        "charge.dispute.created",
        "charge.dispute.funds_reinstated",
        "charge.dispute.funds_withdrawn",
        "charge.failed",
        "charge.pending",
        "charge.refund.updated",
        "charge.refunded",
        "charge.succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.completed",
        "checkout.session.expired",
        "customer.created",
        "payment_intent.canceled",
        "payment_intent.created",
        "payment_intent.payment_failed",
        "payment_intent.processing",
        "payment_intent.requires_action",
        "payment_intent.succeeded",
        "refund.created",
        "refund.failed",
        "refund.updated",
    ];

    /// <summary>With a customer, delivery, address, phone and terms.</summary>
    public Session Paid { get; private set; } = null!;

    /// <summary>One that arrived, in part.</summary>
    public Refund Refund { get; private set; } = null!;

    /// <summary>One that the shopper has to help with.</summary>
    public Refund Waiting { get; private set; } = null!;

    public string Dispute { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BusyCheckout> OpenAsync(StripeTestEnvironment environment)
    {
        var checkout = new BusyCheckout(environment);
        await checkout.PayAsync();
        await checkout.GiveBackAsync();
        await checkout.DisputeAsync();
        await checkout.EndAsync();
        return checkout;
    }

    /// <summary>Every call once at least, with its answer.</summary>
    public async Task<IReadOnlyList<(StripeCall Call, string Answer)>> AskEverythingAsync()
    {
        var (answers, v1) = (new List<(StripeCall, string)>(), environment.Stripe.V1);
        var sessions = v1.Checkout.Sessions;
        Note("POST", "checkout/sessions", await sessions.CreateAsync(Full(), cancellationToken: Cancel));
        Note(
            "GET", "checkout/sessions",
            await sessions.ListAsync(
                new SessionListOptions { Limit = 100, Expand = ["data.line_items", "data.payment_intent"] }, cancellationToken: Cancel));
        Note("GET", "checkout/sessions/{id}", await sessions.GetAsync(Paid.Id, cancellationToken: Cancel));
        Note("GET", "checkout/sessions/{id}/line_items", await sessions.LineItems.ListAsync(Paid.Id, cancellationToken: Cancel));
        Note(
            "POST", "checkout/sessions/{id}/expire",
            await sessions.ExpireAsync((await environment.CreateAsync()).Id, cancellationToken: Cancel));
        Note(
            "GET", "payment_intents",
            await v1.PaymentIntents.ListAsync(
                new PaymentIntentListOptions { Limit = 100, Expand = ["data.latest_charge"] }, cancellationToken: Cancel));
        Note("GET", "payment_intents/{id}", await v1.PaymentIntents.GetAsync(Paid.PaymentIntentId, cancellationToken: Cancel));
        var asks = await v1.PaymentIntents.CreateAsync(
            new PaymentIntentCreateOptions { Amount = 2000, Currency = "eur", PaymentMethod = "pm_card_authenticationRequired" },
                cancellationToken: Cancel);
        Note("POST", "payment_intents", asks);
        Note("POST", "payment_intents/{id}/confirm", await v1.PaymentIntents.ConfirmAsync(asks.Id, cancellationToken: Cancel));
        Note("POST", "payment_intents/{id}/cancel", await v1.PaymentIntents.CancelAsync(asks.Id, cancellationToken: Cancel));
        Note(
            "GET", "charges",
            await v1.Charges.ListAsync(new ChargeListOptions { Limit = 100, Expand = ["data.refunds"] }, cancellationToken: Cancel));
        Note("GET", "charges/{id}", await v1.Charges.GetAsync(Refund.ChargeId, cancellationToken: Cancel));
        Note(
            "POST", "refunds",
            await v1.Refunds.CreateAsync(new RefundCreateOptions { Charge = Refund.ChargeId, Amount = 1 }, cancellationToken: Cancel));
        Note("GET", "refunds", await v1.Refunds.ListAsync(new RefundListOptions { Limit = 100 }, cancellationToken: Cancel));
        Note("GET", "refunds/{id}", await v1.Refunds.GetAsync(Waiting.Id, cancellationToken: Cancel));
        Note(
            "POST", "refunds/{id}",
            await v1.Refunds.UpdateAsync(Refund.Id, new RefundUpdateOptions { Metadata = new() { ["a"] = "b" } }, cancellationToken: Cancel)
        );
        Note("POST", "refunds/{id}/cancel", await v1.Refunds.CancelAsync(Waiting.Id, cancellationToken: Cancel));
        Note("GET", "disputes", await v1.Disputes.ListAsync(cancellationToken: Cancel));
        Note("GET", "disputes/{id}", await v1.Disputes.GetAsync(Dispute, cancellationToken: Cancel));
        Note("POST", "disputes/{id}/close", await v1.Disputes.CloseAsync(Dispute, cancellationToken: Cancel));
        Note("GET", "events", await v1.Events.ListAsync(new EventListOptions { Limit = 100 }, cancellationToken: Cancel));
        Note(
            "GET", "events/{id}",
            await v1.Events.GetAsync((await v1.Events.ListAsync(cancellationToken: Cancel)).First().Id, cancellationToken: Cancel));
        Note(
            "POST", "customers",
            await v1.Customers.CreateAsync(
                new CustomerCreateOptions
                {
                    Email = "bruno@example.com",
                    Address = new AddressOptions { City = "Firenze" },
                },
                cancellationToken: Cancel));
        Note("GET", "customers", await v1.Customers.ListAsync(cancellationToken: Cancel));
        Note("GET", "customers/{id}", await v1.Customers.GetAsync(Paid.CustomerId, cancellationToken: Cancel));
        Note("GET", "balance", await v1.Balance.GetAsync(cancellationToken: Cancel));
        return answers;

        void Note(string method, string path, StripeEntity answer) =>
            answers.Add((StripeCalls.All.Single(call => call.Method == method && call.Path == path), answer.StripeResponse.Content));
    }

    private async Task PayAsync()
    {
        Paid = await environment.CreateAsync(Full());
        await environment.PayAsync(Paid.Id, new { card = "declined" });
        await environment.PayAsync(Paid.Id, new { card = "three_d_secure", challenge = "fail" });
        await environment.PayAsync(Paid.Id, new { card = "three_d_secure" });
        Paid = await environment.GetAsync(Paid.Id);
        foreach (var outcome in new[] { "succeeded", "failed" })
        {
            var id = (await environment.CreateAsync()).Id;
            await environment.PayAsync(id, new { card = "async" });
            await environment.ControlAsync($"sessions/{id}/settle", new { outcome });
        }
        await environment.PayAsync((await environment.CreateAsync()).Id, new { card = "async" });
    }

    private async Task GiveBackAsync()
    {
        Refund = await RefundAsync(100);
        await environment.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        await environment.ControlAsync($"refunds/{(await RefundAsync(200)).Id}/settle", new { outcome = "succeeded" });
        await RefundAsync(300);
        await environment.ControlAsync("faults", new { refunds = new { fail = 1.0 } });
        await RefundAsync(400);
        await environment.ControlAsync("faults", new { refunds = new { requiresAction = 1.0 } });
        Waiting = await RefundAsync(500);
        await environment.ControlAsync("faults", new { });
    }

    private async Task DisputeAsync()
    {
        var won = await environment.ControlAsync($"charges/{(await environment.PaidAsync()).LatestChargeId}/dispute", new { });
        await environment.ControlAsync($"disputes/{won.GetProperty("id").GetString()}/close", new { status = "won" });
        Dispute = (
            await environment.ControlAsync(
                $"charges/{(await environment.PaidAsync()).LatestChargeId}/dispute", new { reason = "unrecognized" }))
            .GetProperty("id")
            .GetString()!;
    }

    private async Task EndAsync()
    {
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id, new { card = "three_d_secure", challenge = "leave" });
        await environment.ControlAsync($"sessions/{id}/expire", new { });
    }

    private Task<Refund> RefundAsync(long amount) =>
        environment.Stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions
            {
                PaymentIntent = Paid.PaymentIntentId,
                Amount = amount,
                Reason = "duplicate",
            },
            cancellationToken: Cancel);

    private static SessionCreateOptions Full()
    {
        var options = StripeTestEnvironment.Cart();
        options.CustomerCreation = "always";
        options.PhoneNumberCollection = new SessionPhoneNumberCollectionOptions { Enabled = true };
        options.ConsentCollection = new SessionConsentCollectionOptions { TermsOfService = "required" };
        options.ShippingAddressCollection = new SessionShippingAddressCollectionOptions { AllowedCountries = ["IT"] };
        options.Locale = "it";
        options.SubmitType = "pay";
        options.BrandingSettings = new SessionBrandingSettingsOptions { DisplayName = "Bottega Aurora" };
        options.CustomText = new SessionCustomTextOptions { Submit = new SessionCustomTextSubmitOptions { Message = "Grazie" } };
        options.ShippingOptions =
        [
            new SessionShippingOptionOptions
            {
                ShippingRateData = new SessionShippingOptionShippingRateDataOptions
                {
                    DisplayName = "Corriere", Type = "fixed_amount", TaxBehavior = "inclusive",
                    FixedAmount = new SessionShippingOptionShippingRateDataFixedAmountOptions { Amount = 590, Currency = "eur" },
                },
            },
        ];
        return options;
    }
}
