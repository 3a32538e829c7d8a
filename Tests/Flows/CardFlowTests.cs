using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Shoppers who type their card into the chat: told what to do, served on, and the number kept nowhere.</summary>
public sealed class CardFlowTests
{
    [Fact]
    public async Task In_Italian_at_every_stage_of_a_purchase()
    {
        await using var own = await ShopHost.StartAsync();
        await PlayAsync(own, "it_IT", """
            rosa says: la mia carta è 4111 1111 1111 1111
            bot: assistente automatico
            bot: c'era un numero di carta. L'ho scartato senza salvarlo. Per favore cancella il messaggio
            bot offers: Categorie | Cerca | Carrello
            rosa says: pesto
            rosa taps: Compra ora on Pesto
            bot later: A quale e-mail
            rosa says: 5555-5555-5555-4444
            bot: c'era un numero di carta * si paga solo sulla pagina sicura di Stripe.
            bot: A quale e-mail
            rosa says: rosa@example.com
            rosa says: 378282246310005
            bot: c'era un numero di carta
            bot: Nome e cognome
            rosa says: 6011111111111117 Rosa Neri
            bot: c'era un numero di carta
            bot: Nome e cognome
            rosa says: Rosa Neri
            rosa says: Italia
            rosa says: 20121
            rosa says: Milano
            rosa says: Via Roma 1
            rosa says: 333 123 4567
            rosa says: Corriere standard
            bot later: Ordina e paga
            rosa says: ٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢ 12/29 cvv 737
            bot: c'era un numero di carta
            bot: Il tuo ordine
            rosa taps: Ordina e paga
            bot later: Paga sulla pagina sicura di Stripe
            rosa says: eccola: 𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟜𝟜𝟜𝟜
            bot: c'era un numero di carta
            bot: Paga sulla pagina sicura di Stripe
            bot offers: Paga
            rosa forges: 4111111111111111
            bot: c'era un numero di carta
            pays: success
            bot: RECEIPT
            """);
        AssertKeptNowhere(
            own, "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "6011111111111117", "٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢",
            "12/29 cvv 737", "𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟝𝟜𝟜𝟜𝟜");
    }

    [Fact]
    public async Task In_English_at_every_stage_of_a_purchase()
    {
        await using var own = await ShopHost.StartAsync();
        await PlayAsync(own, "en_GB", """
            emma says: my card: 4111–1111–1111–1111 exp 12/29
            bot: automated assistant
            bot: there was a card number in your message. I dropped it without keeping it. Please delete that message
            bot offers: Categories | Search | Cart
            emma says: notebook
            emma taps: Buy now on notebook
            bot: choose
            emma says: 4111111111111111
            bot: there was a card number
            bot: choose
            emma says: night blue
            bot later: Which e-mail
            emma says: 5555 5555 5555 4444
            bot: there was a card number * you only ever pay on Stripe's secure page.
            bot: Which e-mail
            emma says: emma@example.com
            emma says: Emma Stone
            emma says: Ireland
            emma says: D02 X285
            emma says: Dublin
            emma says: 3782-822463-10005
            bot: there was a card number
            bot: Street and house number
            emma says: 1 Main Street
            emma says: +353 85 012 3456
            emma says: europa
            emma taps: Order and pay
            bot later: Pay on Stripe's secure page
            emma says: 6011 1111 1111 1117
            bot: there was a card number
            bot: Pay on Stripe's secure page
            bot offers: Pay
            pays: success
            bot: RECEIPT
            """);
        AssertKeptNowhere(own, "4111–1111–1111–1111", "5555 5555 5555 4444", "3782-822463-10005", "6011 1111 1111 1117");
    }

    [Fact]
    public async Task A_phone_number_and_an_account_number_are_no_card_and_nobody_is_warned()
    {
        await using var own = await ShopHost.StartAsync();
        await PlayAsync(own, "it_IT", """
            sara says: pesto
            sara taps: Compra ora on Pesto
            sara says: sara@example.com
            sara says: +39 340 123 4567
            bot: Questo è un numero di telefono
            bot: Nome e cognome
            sara says: annulla
            sara says: IBAN IT60 X054 2811 1010 0000 0123 456
            bot later: Si paga con carta sulla pagina sicura di Stripe
            """);
    }

    private static Task PlayAsync(ShopHost host, string locale, string conversation) => new Play(host, locale).RunAsync(conversation);

    private static void AssertKeptNowhere(ShopHost host, params string[] typed)
    {
        var kept = KeptBytes.Of(host);
        Assert.Contains(kept, place => place.Place.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var number in typed)
        {
            Assert.All(KeptBytes.TracesOf(number), trace => Assert.DoesNotContain(kept, place => place.Bytes.AsSpan().IndexOf(trace) >= 0));
            Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(number, StringComparison.Ordinal));
        }
    }
}
