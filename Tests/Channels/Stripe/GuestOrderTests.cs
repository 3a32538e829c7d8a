using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Payments;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Stripe;

/// <summary>An order of somebody who has no chat is paid, given back and shipped in a lane of its own.</summary>
public sealed class GuestOrderTests
{
    [Fact]
    public async Task The_payment_of_a_guest_finds_the_lane_of_the_order()
    {
        await using var host = await ShopHost.StartAsync();
        var order = host.WithGuestOrder(setAside: true);

        await PayAsync(host, order);

        Assert.Equal(OrderState.Paid, host.Find(order.Id).State);
        Assert.Equal($"{order.Lines[0].Quantity}", host.Text("SELECT allocated FROM stock WHERE sku = 'cappuccino'"));
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
        Assert.Equal(0, host.Count("outbox WHERE kind = 'guest'"));
        Assert.True((await new Merchant(host).ShipAsync(order.Number)).Done);
        Assert.Equal(OrderState.Shipped, host.Find(order.Id).State);
    }

    [Fact]
    public async Task The_money_of_a_guest_goes_back_when_the_goods_are_gone()
    {
        await using var host = await ShopHost.StartAsync();
        var order = host.WithGuestOrder(setAside: false);

        await PayAsync(host, order);

        Assert.Equal((OrderState.Cancelled, OrderFlags.None), (host.Find(order.Id).State, host.Find(order.Id).Flags));
        var refund = Assert.Single(await new TestCheckout(host).ListAsync("refunds"));
        Assert.Equal((order.Total.Minor, "succeeded"), (refund.GetProperty("amount").GetInt64(), refund.GetProperty("status").GetString()));
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
    }

    /// <summary>The page to pay on is opened as a checkout link will open it, and paid.</summary>
    private static async Task PayAsync(ShopHost host, Order order)
    {
        var begun = Pay.Begun(order, now: host.Time.GetUtcNow());
        host.Keep(begun.Ledger);
        using var http = StripeGateway.NewHttpClient();
        await new StripeGateway(http, host.Get<StripeOptions>(), host.Time).SendAsync(begun.Calls[0], CancellationToken.None);
        Assert.Equal("paid", await new TestCheckout(host).PayAsync());
    }
}
