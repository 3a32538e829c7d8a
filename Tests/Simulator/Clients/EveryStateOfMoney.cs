using CommerceBot.Tests.Simulator.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Clients;

/// <summary>Brings sessions, payments, refunds and disputes into every state that the simulator has.</summary>
internal static class EveryStateOfMoney
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task MakeAsync(StripeTestEnvironment environment)
    {
        await environment.CreateAsync();
        await environment.PayAsync(
            (await environment.CreateAsync(Everything())).Id, new { card = "three_d_secure", phone = "+39 055 123456" }
        );
        await environment.PayAsync((await environment.CreateAsync(Plain())).Id, new { card = "success" });
        await environment.PayAsync((await environment.CreateAsync()).Id, new { card = "declined" });
        await environment.PayAsync((await environment.CreateAsync()).Id, new { card = "three_d_secure", challenge = "fail" });
        await environment.PayAsync((await environment.CreateAsync()).Id, new { card = "three_d_secure", challenge = "leave" });
        var ended = (await environment.CreateAsync()).Id;
        await environment.PayAsync(ended, new { card = "declined" });
        await environment.ControlAsync($"sessions/{ended}/expire");
        await DebitsAsync(environment);
        await RefundsAsync(environment);
        await DisputesAsync(environment);
        await OnTheServerAsync(environment);
    }

    private static async Task DebitsAsync(StripeTestEnvironment environment)
    {
        foreach (var outcome in (string?[])[null, "succeeded", "failed"])
        {
            var id = (await environment.CreateAsync()).Id;
            await environment.PayAsync(id, new { card = "async" });
            if (outcome is not null) await environment.ControlAsync($"sessions/{id}/settle", new { outcome });
        }
    }

    private static async Task RefundsAsync(StripeTestEnvironment environment)
    {
        var refunds = environment.Stripe.V1.Refunds;
        foreach (var (faults, end) in new (object, string?)[]
        {
            (new { }, null), (new { refunds = new { pending = 1.0 } }, null), (new { refunds = new { pending = 1.0 } }, "succeeded"),
            (new { refunds = new { fail = 1.0 } }, null), (new { refunds = new { requiresAction = 1.0 } }, null),
            (new { refunds = new { requiresAction = 1.0 } }, "canceled"),
        })
        {
            await environment.ControlAsync("faults", faults);
            var charge = (await environment.PaidAsync()).LatestChargeId;
            var refund = await refunds.CreateAsync(new RefundCreateOptions { Charge = charge, Amount = 100, Reason = "duplicate" },
                cancellationToken: Cancel);
            if (end == "canceled") await refunds.CancelAsync(refund.Id, cancellationToken: Cancel);
            else if (end is not null) await environment.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = end });
        }
        await environment.ControlAsync("faults", new { });
        var debit = (await environment.PaidAsync("async")).LatestChargeId;
        var session = (await environment.LedgerAsync()).GetProperty("sessions").EnumerateArray().Last().GetProperty("id").GetString();
        await environment.ControlAsync($"sessions/{session}/settle", new { outcome = "succeeded" });
        await refunds.CreateAsync(new RefundCreateOptions { Charge = debit, Metadata = new() { ["order"] = "7K3" } },
            cancellationToken: Cancel);
    }

    private static async Task DisputesAsync(StripeTestEnvironment environment)
    {
        string[][] lives =
        [
            [], ["under_review"], ["won"], ["won", "under_review"], ["lost"], ["lost", "appeal_needs_response"],
            ["lost", "appeal_under_review"],
        ];
        foreach (var life in lives)
        {
            var charge = (await environment.PaidAsync()).LatestChargeId;
            var dispute = await environment.ControlAsync($"charges/{charge}/dispute", new { reason = "product_not_received" });
            foreach (var status in life)
                await environment.ControlAsync(
                    $"disputes/{dispute.GetProperty("id").GetString()}/{(status is "won" or "lost" ? "close" : "move")}", new { status });
        }
    }

    private static async Task OnTheServerAsync(StripeTestEnvironment environment)
    {
        var intents = environment.Stripe.V1.PaymentIntents;
        foreach (
            var method in (string[])["pm_card_visa", "pm_card_authenticationRequired", "pm_card_chargeDeclined", "pm_card_createDispute"])
        {
            var making = intents.CreateAsync(
                new PaymentIntentCreateOptions { Amount = 2000, Currency = "eur", Confirm = true, PaymentMethod = method },
                    cancellationToken: Cancel);
            if (method == "pm_card_chargeDeclined") await Assert.ThrowsAsync<StripeException>(() => making);
            else await making;
        }
        var waits = await intents.CreateAsync(
            new PaymentIntentCreateOptions { Amount = 2000, Currency = "eur", PaymentMethod = "pm_card_visa" }, cancellationToken: Cancel);
        await intents.CreateAsync(new PaymentIntentCreateOptions { Amount = 2000, Currency = "eur" }, cancellationToken: Cancel);
        await intents.CancelAsync(waits.Id, new PaymentIntentCancelOptions { CancellationReason = "abandoned" }, cancellationToken: Cancel);
        await environment.Stripe.V1.Customers.CreateAsync(new CustomerCreateOptions
        {
            Email = "anna@example.com", PreferredLocales = ["it"], Address = new() { City = "Firenze" },
            Shipping = new() { Name = "Anna", Address = new() { Line1 = "Via Roma 1" } },
        }, cancellationToken: Cancel);
    }

    /// <summary>As few parameters as Stripe takes.</summary>
    private static SessionCreateOptions Plain()
    {
        var cart = StripeTestEnvironment.Cart();
        return new SessionCreateOptions { Mode = cart.Mode, LineItems = cart.LineItems, SuccessUrl = cart.SuccessUrl };
    }

    /// <summary>As many as the simulator plays.</summary>
    private static SessionCreateOptions Everything()
    {
        var cart = StripeTestEnvironment.Cart();
        (cart.CustomerCreation, cart.Locale, cart.SubmitType, cart.OriginContext) = ("always", "it", "pay", "web");
        cart.PhoneNumberCollection = new() { Enabled = true };
        cart.ConsentCollection = new() { TermsOfService = "required" };
        cart.ShippingAddressCollection = new() { AllowedCountries = ["IT", "FR"] };
        cart.NameCollection = new() { Individual = new() { Enabled = true } };
        cart.BrandingSettings = new() { DisplayName = "Bottega Aurora" };
        cart.SavedPaymentMethodOptions = new() { PaymentMethodSave = "enabled" };
        cart.CustomText = new() { Submit = new() { Message = "Grazie" } };
        cart.WalletOptions = new() { Link = new() { Display = "never" } };
        cart.ExcludedPaymentMethodTypes = ["klarna"];
        cart.IntegrationIdentifier = "shop";
        cart.LineItems[0].PriceData.UnitAmount = null;
        cart.LineItems[0].PriceData.UnitAmountDecimal = 2490.5m;
        cart.PaymentIntentData.Shipping = new() { Name = "Anna", Address = new() { Line1 = "Via Roma 1" } };
        cart.PaymentIntentData.StatementDescriptorSuffix = "ORD 7K3";
        cart.ShippingOptions =
        [
            new() { ShippingRateData = new() { DisplayName = "Corriere", Type = "fixed_amount",
                FixedAmount = new() { Amount = 590, Currency = "eur" } } },
        ];
        return cart;
    }
}
