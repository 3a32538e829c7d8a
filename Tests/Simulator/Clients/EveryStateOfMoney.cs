using CommerceBot.Tests.Simulator.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Clients;

/// <summary>Brings sessions, payments, refunds and disputes into every state that the stand-in has.</summary>
internal static class EveryStateOfMoney
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task MakeAsync(StripeTown town)
    {
        await town.CreateAsync();
        await town.PayAsync((await town.CreateAsync(Everything())).Id, new { card = "three_d_secure", phone = "+39 055 123456" });
        await town.PayAsync((await town.CreateAsync(Plain())).Id, new { card = "success" });
        await town.PayAsync((await town.CreateAsync()).Id, new { card = "declined" });
        await town.PayAsync((await town.CreateAsync()).Id, new { card = "three_d_secure", challenge = "fail" });
        await town.PayAsync((await town.CreateAsync()).Id, new { card = "three_d_secure", challenge = "leave" });
        var ended = (await town.CreateAsync()).Id;
        await town.PayAsync(ended, new { card = "declined" });
        await town.ControlAsync($"sessions/{ended}/expire");
        await DebitsAsync(town);
        await RefundsAsync(town);
        await DisputesAsync(town);
        await OnTheServerAsync(town);
    }

    private static async Task DebitsAsync(StripeTown town)
    {
        foreach (var outcome in (string?[])[null, "succeeded", "failed"])
        {
            var id = (await town.CreateAsync()).Id;
            await town.PayAsync(id, new { card = "async" });
            if (outcome is not null) await town.ControlAsync($"sessions/{id}/settle", new { outcome });
        }
    }

    private static async Task RefundsAsync(StripeTown town)
    {
        var refunds = town.Stripe.V1.Refunds;
        foreach (var (faults, end) in new (object, string?)[]
        {
            (new { }, null), (new { refunds = new { pending = 1.0 } }, null), (new { refunds = new { pending = 1.0 } }, "succeeded"),
            (new { refunds = new { fail = 1.0 } }, null), (new { refunds = new { requiresAction = 1.0 } }, null),
            (new { refunds = new { requiresAction = 1.0 } }, "canceled"),
        })
        {
            await town.ControlAsync("faults", faults);
            var charge = (await town.PaidAsync()).LatestChargeId;
            var refund = await refunds.CreateAsync(new RefundCreateOptions { Charge = charge, Amount = 100, Reason = "duplicate" },
                cancellationToken: Cancel);
            if (end == "canceled") await refunds.CancelAsync(refund.Id, cancellationToken: Cancel);
            else if (end is not null) await town.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = end });
        }
        await town.ControlAsync("faults", new { });
        var debit = (await town.PaidAsync("async")).LatestChargeId;
        await town.ControlAsync(
            $"sessions/{(await town.LedgerAsync()).GetProperty("sessions").EnumerateArray().Last().GetProperty("id").GetString()}/settle",
            new { outcome = "succeeded" });
        await refunds.CreateAsync(new RefundCreateOptions { Charge = debit, Metadata = new() { ["order"] = "7K3" } },
            cancellationToken: Cancel);
    }

    private static async Task DisputesAsync(StripeTown town)
    {
        foreach (var status in (string?[])[null, "won", "lost"])
        {
            var charge = (await town.PaidAsync()).LatestChargeId;
            var dispute = await town.ControlAsync($"charges/{charge}/dispute", new { reason = "product_not_received" });
            if (status is not null) await town.ControlAsync($"disputes/{dispute.GetProperty("id").GetString()}/close", new { status });
        }
    }

    private static async Task OnTheServerAsync(StripeTown town)
    {
        var intents = town.Stripe.V1.PaymentIntents;
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
        await town.Stripe.V1.Customers.CreateAsync(new CustomerCreateOptions
        {
            Email = "anna@example.com", PreferredLocales = ["it"], Address = new() { City = "Firenze" },
            Shipping = new() { Name = "Anna", Address = new() { Line1 = "Via Roma 1" } },
        }, cancellationToken: Cancel);
    }

    /// <summary>As few parameters as Stripe takes.</summary>
    private static SessionCreateOptions Plain()
    {
        var cart = StripeTown.Cart();
        return new SessionCreateOptions { Mode = cart.Mode, LineItems = cart.LineItems, SuccessUrl = cart.SuccessUrl };
    }

    /// <summary>As many as the stand-in plays.</summary>
    private static SessionCreateOptions Everything()
    {
        var cart = StripeTown.Cart();
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
