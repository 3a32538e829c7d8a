using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using static CommerceBot.Simulator.Stripe.StripeRefusal;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>Makes a checkout session out of checked parameters; the rules that tie several of them together stand here.</summary>
internal static class Opening
{
    private const long ShortestLife = 30 * 60;
    private const long LongestLife = 24 * 60 * 60;

    /// <summary>Each row: when it is broken, which parameter is wrong, and what Stripe says.</summary>
    private static readonly (Func<JsonElement, bool> IsBroken, string Param, string Message)[] BetweenParameters =
    [
        (
            asked => asked.Text("customer") is not null && asked.Text("customer_email") is not null, "customer_email",
            "You may only specify one of these parameters: customer, customer_email."),
        (
            asked => asked.At("customer_update") is not null && asked.Text("customer") is null, "customer_update",
            "`customer_update` can only be used with `customer`."),
        (
            asked => asked.Text("customer") is not null && asked.Text("customer_creation") is not null, "customer_creation",
            "`customer_creation` can only be set when `customer` is not."),
        (
            asked => TestAccount.MethodsFor(asked, CurrencyOf(asked)).Count == 0, "allowed_payment_method_types",
            "No valid payment method types for this Checkout Session: the simulator takes cards, and SEPA debits in euro."),
        (
            asked => asked.Items("line_items").Select(line => line.Text("price_data", "currency")).Distinct().Count() > 1, "line_items",
            "All line items must have the same currency."),
        (
            asked =>
                asked.Text("currency") is { } currency
                && asked.Items("line_items").Any(line => line.Text("price_data", "currency") != currency),
            "currency", "The currency of the session differs from the currency of its line items."),
        (
            asked =>
                asked
                    .Items("shipping_options")
                    .Any(option => option.Text("shipping_rate_data", "fixed_amount", "currency") != CurrencyOf(asked)),
            "shipping_options", "Shipping rates must have the currency of the line items."),
    ];

    public static void Check(JsonElement asked, long now)
    {
        foreach (var (isBroken, param, message) in BetweenParameters)
        {
            if (isBroken(asked)) throw Invalid(message, param);
        }
        if (asked.Whole("expires_at") is { } end && (end < now + ShortestLife || end > now + LongestLife))
            throw Invalid(
                "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", "expires_at");
        CheckAmounts(asked);
    }

    public static Session Open(JsonElement asked, long now, Uri simulator)
    {
        var id = Ids.New("cs_test_a1", 56);
        return new Session
        {
            Id = id,
            Created = now,
            ExpiresAt = asked.Whole("expires_at") ?? now + LongestLife,
            Currency = CurrencyOf(asked),
            Url = new Uri(simulator, $"/simulator/stripe/checkout/{id}").ToString(),
            Lines = [.. asked.Items("line_items").Select(ToLine)],
            Deliveries = [.. asked.Items("shipping_options").Select(ToDelivery)],
            CustomerId = asked.Text("customer"),
            Methods = TestAccount.MethodsFor(asked, CurrencyOf(asked)),
            Asked = asked,
        };
    }

    private static string CurrencyOf(JsonElement asked) => asked.Items("line_items").First().Text("price_data", "currency")!;

    private static void CheckAmounts(JsonElement asked)
    {
        var currency = CurrencyOf(asked);
        var index = 0;
        decimal sum = 0;
        foreach (var line in asked.Items("line_items"))
        {
            var unit = UnitOf(line, $"line_items[{index}][price_data]");
            var total = Math.Round(unit * line.Whole("quantity")!.Value, MidpointRounding.AwayFromZero);
            CheckRound(currency, unit, total, $"line_items[{index++}][price_data]");
            sum += total;
        }
        index = 0;
        foreach (var option in asked.Items("shipping_options"))
        {
            var amount = option.Whole("shipping_rate_data", "fixed_amount", "amount")!.Value;
            Currencies.CheckRound(currency, amount, $"shipping_options[{index}][shipping_rate_data][fixed_amount][amount]");
            if (index++ == 0) sum += amount;
        }
        if (sum < Currencies.LeastAmount(currency))
        {
            throw Invalid(
                "The Checkout Session's total amount due must add up to at least "
                + $"{Currencies.Plain(currency, Currencies.LeastAmount(currency))}",
                code: "amount_too_small");
        }
        if (sum > Currencies.LargestAmount)
            throw Invalid(
                $"The Checkout Session's total amount must be no more than {Currencies.Plain(currency, Currencies.LargestAmount)}",
                code: "amount_too_large");
    }

    /// <summary>Minor units of one piece, from the one of two parameters that says it.</summary>
    private static decimal UnitOf(JsonElement line, string path) =>
        (line.Whole("price_data", "unit_amount"), line.Text("price_data", "unit_amount_decimal")) switch
        {
            (null, null) => throw StripeRefusal.Missing($"{path}[unit_amount]"),
            ({ } whole, null) => whole,
            (null, { } exact) => decimal.Parse(exact, CultureInfo.InvariantCulture),
            _ => throw Invalid("You may only specify one of these parameters: unit_amount, unit_amount_decimal.",
                $"{path}[unit_amount_decimal]"),
        };

    /// <summary>A price with a part of a minor unit cannot be round itself: the line's total has to be.</summary>
    private static void CheckRound(string currency, decimal unit, decimal total, string path)
    {
        if (unit == decimal.Truncate(unit)) Currencies.CheckRound(currency, (long)unit, $"{path}[unit_amount]");
        else if (total <= Currencies.LargestAmount) Currencies.CheckRound(currency, (long)total, $"{path}[unit_amount_decimal]");
    }

    private static Line ToLine(JsonElement asked)
    {
        var unit = UnitOf(asked, "price_data");
        var product = asked.At("price_data", "product_data")!.Value;
        return new Line(
            Ids.New("li_1"), Ids.New("price_1"), Ids.New("prod_", 14),
            product.Text("name")!, product.Text("description"), product.Items("images").Select(image => image.GetString()).FirstOrDefault(),
            (long)unit, asked.Whole("quantity")!.Value, WithoutPictures(asked))
        {
            UnitDecimal = unit == decimal.Truncate(unit) ? null : asked.Text("price_data", "unit_amount_decimal"),
        };
    }

    private static Delivery ToDelivery(JsonElement option)
    {
        var rate = option.At("shipping_rate_data")!.Value;
        return new Delivery(Ids.New("shr_1"), rate.Text("display_name")!, rate.Whole("fixed_amount", "amount")!.Value, rate);
    }

    private static JsonElement WithoutPictures(JsonElement line)
    {
        var copy = (JsonObject)JsonSerializer.SerializeToNode(line)!;
        ((JsonObject)copy["price_data"]!).Remove("product_data");
        return JsonSerializer.SerializeToElement(copy);
    }
}
