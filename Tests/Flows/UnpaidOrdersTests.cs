using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Goods are set aside for two unpaid orders of one shopper and no more, and the shopper hears so before any question.</summary>
public sealed class UnpaidOrdersTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_third_order_waits_until_one_of_two_unpaid_ones_is_cancelled_and_is_asked_nothing_before()
    {
        await shop.PlayAsync(TwoUnpaidOrders("ugo") + """
            ugo says: Cappuccino
            ugo taps: Compra ora on Cappuccino
            bot: Ottima scelta
            bot: Hai già 2 ordini da pagare
            bot offers: I miei ordini
            bot is silent
            """);
        var unpaid = OrdersOf("ugo");
        Assert.Equal(2, unpaid.Count);
        await shop.PlayAsync($"""
            ugo chooses: Annulla {NumberText.Show(unpaid[0].Number)}
            bot later: è annullato
            ugo says: menu
            ugo chooses: Continua l'acquisto
            bot later: Uso i dati dell'ultima volta?
            ugo taps: Usa questi
            ugo taps: Ordina e paga
            bot later: Paga sulla pagina sicura di Stripe
            """);
        Assert.Equal(3, OrdersOf("ugo").Count);
    }

    [Theory]
    [InlineData(
        "vito",
        "vito says: Mattarello\nvito taps: Dettagli on Mattarello\nvito taps: Metti nel carrello on Mattarello\nvito forges: shop1/checkout"
    )]
    [InlineData("zita", "zita forges: shop1/again/ORDER")]
    [InlineData("wanda", "wanda says: Cappuccino\nwanda taps: Compra ora on Cappuccino\nwanda forges: shop1/resume")]
    [InlineData("xenia", "xenia says: Cappuccino\nxenia taps: Compra ora on Cappuccino\nxenia forges: shop1/order/000000000000")]
    [InlineData(
        "yuri",
        "yuri says: Mattarello\nyuri taps: Dettagli on Mattarello\nyuri taps: Metti nel carrello on Mattarello\nyuri chooses: Vai "
        + "alla cassa"
    )]
    public async Task Every_way_to_a_third_order_says_that_two_wait_for_their_payment(string user, string way)
    {
        await shop.PlayAsync(TwoUnpaidOrders(user));
        var order = OrdersOf(user)[0].Number.Value;
        await shop.PlayAsync(
            way.Replace("ORDER", order, StringComparison.Ordinal) + "\nbot later: Hai già 2 ordini da pagare\nbot is silent\n");
        Assert.Equal(2, OrdersOf(user).Count);
    }

    private static string TwoUnpaidOrders(string who) => Shopping.Orders(who, "Cappuccino") + Shopping.Orders(who, "Cappuccino");

    private List<Order> OrdersOf(string user) =>
        [.. shop.Merchant.Orders().Where(order => order.Contact.Email == $"{user}@example.com")];
}
