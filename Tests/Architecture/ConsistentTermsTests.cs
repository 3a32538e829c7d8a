using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CommerceBot.Channels.Stripe;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Turns;
using CommerceBot.Tests.Architecture.Reading;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>Words that two modules must say alike, and cannot take from each other because neither may use the other.</summary>
public sealed partial class ConsistentTermsTests
{
    [Fact]
    public void The_bot_knows_a_turn_of_the_shop_by_the_claim_that_the_runtime_makes() =>
        Assert.Equal(TurnIdentity.Origin, CommerceBot.Dialogs.ShopTurn.OriginClaim);

    [Fact]
    public void The_bot_trusts_the_rows_that_only_the_shop_makes_and_no_others()
    {
        var trusted = Trust().Matches(SourceTree.Product.Single(file => file.Path == "Dialogs/ShopTurn.cs").Text)
            .SelectMany(match => match.Groups["word"].Captures.Select(word => word.Value));
        var fromOutside = new[] { RowKind.Message, RowKind.Echo };
        Assert.Equal(
            Enum.GetValues<RowKind>().Except(fromOutside).Select(kind => kind.ToString().ToLowerInvariant()).Order(), trusted.Order());
    }

    [Fact]
    public void Every_payment_call_that_is_kept_has_somebody_who_carries_it_out()
    {
        var calls = typeof(PaymentCall)
            .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            .Cast<JsonDerivedTypeAttribute>()
            .Select(known => (PaymentCall)RuntimeHelpers.GetUninitializedObject(known.DerivedType));
        var sender = new StripeCallSender(
            () => throw new InvalidOperationException("Nobody pays here."), NullLogger<StripeCallSender>.Instance);
        Assert.Equal(sender.Kinds.Order(), calls.Select(PaymentCallKinds.Of).Order());
    }

    [GeneratedRegex(@"\bOrigin is ""(?<word>\w+)""( or ""(?<word>\w+)"")*")]
    private static partial Regex Trust();
}
