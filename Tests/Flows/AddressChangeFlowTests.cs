using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>A shopper gives another address for what did not leave.</summary>
public sealed class AddressChangeFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private TestMailbox Mailbox => new(shop.Now);

    [Fact]
    public async Task Another_address_is_read_shown_and_holds_once_it_is_confirmed()
    {
        var order = await PaidAsync("mara", "Pesto");
        await shop.PlayAsync("""
            mara says: ho sbagliato indirizzo
            bot later: Dove mandiamo l'ordine * Ora va a: Anna Bianchi, Via Roma 1, 20121 Milano
            mara says: Via Garibaldi 12, 10122 Torino
            bot: andrà a: * Via Garibaldi 12 * 10122 Torino (TO) * È giusto?
            bot offers: Sì, è giusto | No, lo correggo | Lascia com'è
            """);
        Assert.Equal("Milano", Order("mara").Address.City);
        await shop.PlayAsync("""
            mara chooses: Sì, è giusto
            bot: Fatto: l'ordine * va a Anna Bianchi, Via Garibaldi 12, 10122 Torino (TO)
            """);
        Assert.Equal(("Via Garibaldi 12", "10122", "Torino", "TO"), AddressOf("mara"));
        Assert.Equal(order.Total, Order("mara").Total);
        Assert.Contains(await Mailbox.OfAsync("mara@example.com"), mail =>
            mail.Subject == $"Ordine {order.Number}: nuovo indirizzo" && mail.Text.Contains("Via Garibaldi 12", StringComparison.Ordinal));
        Assert.Contains(await Mailbox.OfAsync(TestMailbox.Merchant), mail =>
            mail.Subject == $"Ordine {order.Number}: nuovo indirizzo" && mail.Text.Contains("Via Garibaldi 12", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_english_what_is_missing_of_an_address_is_asked_and_it_can_be_left_as_it_was()
    {
        await PaidAsync("nino", "Pesto");
        await shop.PlayAsync("""
            nino says: in english
            nino says: my orders
            nino taps: Details
            bot: Paid
            bot offers: Change address
            nino chooses: Change address
            bot: Where shall order * go?
            nino says: Via Garibaldi 12
            bot: postcode
            nino says: 1
            bot: postcode
            nino says: 10122
            bot: town
            nino says: Torino
            bot: will go to: * Via Garibaldi 12 * Torino
            nino chooses: No, let me correct
            bot: Where shall order
            nino chooses: Leave as it is
            bot: stays as it is
            """);
        Assert.Equal("Milano", Order("nino").Address.City);
    }

    [Fact]
    public async Task An_address_in_another_country_or_where_other_taxes_hold_is_refused_and_one_that_left_stays()
    {
        var order = await PaidAsync("olga", "Pesto");
        await shop.PlayAsync("""
            olga says: devo cambiare l'indirizzo
            bot later: Dove mandiamo
            olga says: Hauptstrasse 5, 10115 Berlin, Germania
            bot: è stato calcolato per Italia
            olga says: via Roma 3, 23041 Livigno (SO)
            bot: è stato calcolato per Italia
            olga says: voglio parlare con una persona
            bot later: ti risponde una persona
            """);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync($"""
            olga forges: shop1/readdress/{order.Number}
            bot: non si può più cambiare: Spedito
            """);
        Assert.Equal("Milano", Order("olga").Address.City);
    }

    [Fact]
    public async Task What_leaves_while_the_new_address_is_typed_keeps_its_old_one()
    {
        var order = await PaidAsync("pina", "Pesto");
        await shop.PlayAsync("""
            pina says: ho sbagliato l'indirizzo
            bot later: Dove mandiamo
            pina says: Via Garibaldi 12, 10122 Torino
            bot: È giusto?
            """);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync("""
            pina says: sì
            bot: non si può più cambiare: Spedito
            """);
        Assert.Equal("Milano", Order("pina").Address.City);
    }

    private (string Street, string Postcode, string City, string? Province) AddressOf(string who) =>
        (Order(who).Address.Street, Order(who).Address.Postcode, Order(who).Address.City, Order(who).Address.Province);

    private Order Order(string who) => shop.Merchant.OrderOf($"{who}@example.com");

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return Order(who);
    }
}
