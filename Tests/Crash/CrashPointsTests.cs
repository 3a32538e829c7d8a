using CommerceBot.Channels.Stripe;
using CommerceBot.Runtime;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>Nobody kills a shop by a setting that was meant for something else.</summary>
public sealed class CrashPointsTests
{
    [Theory]
    [InlineData("somewhere")]
    [InlineData("After-Send")]
    [InlineData("after-send:0")]
    [InlineData("after-send:-1")]
    [InlineData("after-send:")]
    public void A_place_that_does_not_exist_is_refused_and_the_real_ones_are_named(string setting)
    {
        var refused = Assert.Throws<ArgumentException>(() => CrashPoints.ArmFrom(setting, onlySimulators: true));
        Assert.All(CrashPoints.All, place => Assert.Contains(place, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_named_place_is_tried() =>
        Assert.Equal(
            CrashPoints.All.Append(StripeCallSender.AfterCall).Order(),
            CrashTests.Places.Select(place => place.Data.Split(':')[0]).Distinct().Order());

    [Fact]
    public void A_shop_with_a_real_service_refuses_to_be_killed() =>
        Assert.Throws<InvalidOperationException>(() => CrashPoints.ArmFrom(CrashPoints.AfterSend, onlySimulators: false));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_setting_nothing_happens(string? setting)
    {
        CrashPoints.ArmFrom(setting, onlySimulators: false);
        Assert.All(CrashPoints.All, place => CrashPoints.Reach(place));
    }
}
