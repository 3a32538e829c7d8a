using CommerceBot.Tests.Architecture.Reading;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>A second payment gateway comes: what is not a gateway's own module knows none of its words.</summary>
public sealed class GatewayTermsTests
{
    [Fact]
    public void Money_is_decided_without_a_word_of_one_gateway() => Findings.None(Named(SourceTree.Product));

    [Fact]
    public void A_word_of_one_gateway_is_seen()
    {
        Assert.Single(Named([new("Payments/Bad.cs", "string? StripeId;")]));
        Assert.Single(Named([new("Orders/Bad.cs", "// as stripe.read does")]));
        Assert.Empty(Named([new("Payments/Stripe/Good.cs", "string? StripeId;")]));
    }

    [Fact]
    public void What_fires_the_orders_table_is_what_each_module_declares()
    {
        var fired = SourceTree
            .Product.Where(file =>
                !file.Path.StartsWith("Orders/Ordering/OrderT", StringComparison.Ordinal)
                && !file.Path.EndsWith("PaymentDecision.cs", StringComparison.Ordinal))
            .SelectMany(file =>
                System.Text.RegularExpressions.Regex.Matches(file.Code, @"\bOrderTrigger\.(\w+)").Select(match => match.Groups[1].Value))
            .ToHashSet();
        var declared = CommerceBot
            .Orders.OrderCreation.Fires.Concat(CommerceBot.Orders.OrderStateMachine.FiredByMerchant)
            .Concat(CommerceBot.Orders.OrderWithdrawal.Fires)
            .Concat(CommerceBot.Orders.OrderReturns.Fires)
            .Concat(CommerceBot.Payments.PaymentDecision.Fires);
        Assert.Equal(declared.Select(trigger => trigger.ToString()).Order(), fired.Order());
    }

    private static IEnumerable<string> Named(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsUnder("Payments", "Orders", "Catalog", "Dialogs", "Bots", "Cards") && !file.IsUnder("Payments/Stripe")
        let at = file.Text.IndexOf("stripe", StringComparison.OrdinalIgnoreCase)
        where at >= 0
        select $"{file.At(at)}: a word of one gateway";
}
