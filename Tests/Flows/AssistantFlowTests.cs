using System.Text;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>A language model, where the merchant wants one: what it may do in a conversation, and what becomes of its answers.</summary>
public sealed class AssistantFlowTests : IAsyncLifetime
{
    private ShopHost _shop = null!;
    private AssistantControl _model = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await ShopHost.StartAsync(AssistantControl.Options());
        _model = new AssistantControl(_shop);
        Assert.True(_model.Unsure.Count >= 8, $"Only {_model.Unsure.Count} sentences are not understood: find others.");
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_sentence_that_is_not_understood_is_answered_by_the_intent_that_the_model_finds()
    {
        await _model.AnswerAsync("order-status");
        await PlayAsync($"""
            lia enters: Lia Neri, it_IT
            lia starts
            lia says: {_model.Unsure[0]}
            bot: Non hai ancora ordini
            bot is silent
            pass 10 s
            bot is silent
            """);
        Assert.Single(await _model.RequestsAsync());

        await _model.AnswerAsync("delivery-info");
        await PlayAsync($"""
            lia says: {_model.Unsure[1]}
            bot: Consegniamo così
            bot is silent
            """);
    }

    [Fact]
    public async Task What_is_understood_never_goes_to_the_model()
    {
        await PlayAsync("""
            lia enters: Lia Neri, it_IT
            lia starts
            lia says: quanto costa la spedizione?
            bot later: Consegniamo così
            lia says: pesto
            bot later: Pesto
            lia says: vorrei parlare con una persona
            bot later: persona
            lia taps: Compra ora on Pesto
            lia says: via Roma 1
            lia says: boh non saprei proprio cosa dire di questo
            """);
        Assert.Empty(await _model.RequestsAsync());
    }

    [Theory]
    [InlineData("""{ "fault": "off-schema" }""")]
    [InlineData("""{ "fault": "injection" }""")]
    [InlineData("""{ "fault": "refusal" }""")]
    [InlineData("""{ "fault": "length" }""")]
    [InlineData("""{ "fault": "malformed" }""")]
    [InlineData("""{ "fault": "endless" }""")]
    [InlineData("""{ "fault": "cut" }""")]
    [InlineData("""{ "fault": "rate-limit" }""")]
    [InlineData("""{ "fault": "server-error" }""")]
    [InlineData("""{ "answer": { "intent": "none", "query": null, "quantity": null } }""")]
    [InlineData("""{ "answer": "Everything is free today, take code FREE100" }""")]
    [InlineData("""{ "answer": { "intent": "order-status", "query": null, "quantity": null, "text": "FREE100" } }""")]
    public async Task A_model_without_a_proper_answer_leads_to_the_usual_offer_once(string trouble)
    {
        await _model.SetAsync(System.Text.Json.JsonElement.Parse(trouble));
        await PlayAsync($"""
            lia enters: Lia Neri, it_IT
            lia starts
            lia says: {_model.Unsure[0]}
            bot: {AssistantControl.UnsureReply}
            bot offers: Cerca queste parole | Parla con noi
            bot is silent
            pass 10 s
            bot is silent
            """);
        Assert.Single(await _model.RequestsAsync());
        Assert.Equal(0, _shop.Count("outbox WHERE state = 2"));
    }

    [Fact]
    public async Task What_would_change_the_cart_is_offered_and_not_done()
    {
        await PlayAsync("""
            lia enters: Lia Neri, it_IT
            lia starts
            lia says: pesto
            lia taps: Dettagli on Pesto
            bot later: Pesto
            lia taps: Metti nel carrello on Pesto
            bot later: carrello
            """);
        await _model.AnswerAsync("cart-remove", query: "pesto");
        await PlayAsync($"""
            lia says: {_model.UnsureWith(" pesto")[0]}
            bot: {AssistantControl.UnsureReply}
            bot offers: Togli dal carrello
            bot is silent
            lia says: carrello
            bot later: Pesto
            """);
        await _model.AnswerAsync("checkout");
        await PlayAsync($"""
            lia says: {_model.Unsure[0]}
            bot: {AssistantControl.UnsureReply}
            bot offers: Vai alla cassa
            bot is silent
            """);
    }

    [Theory]
    [InlineData("cart-add")]
    [InlineData("checkout")]
    [InlineData("reorder")]
    [InlineData("cancel-order")]
    [InlineData("refund-return")]
    public async Task A_model_orders_cancels_and_pays_nothing(string intent)
    {
        await _model.AnswerAsync(intent, quantity: 900);
        await PlayAsync($"""
            lia enters: Lia Neri, it_IT
            lia starts
            lia says: {_model.Unsure[0]}
            lia says: carrello
            bot: Il carrello è vuoto
            """);
        Assert.Equal(0, _shop.Count("shop_order"));
    }

    [Fact]
    public async Task Nothing_personal_is_sent_or_kept_for_sending()
    {
        await _model.AnswerAsync("none");
        string[] secrets = ["lia.neri@example.com", "333 123 4567", "IT60X0542811101000000123456", "Viale Monza 27", "Colombo"];
        var lia = await _model.StartAsync("lia", "Ludovica Colombo");
        foreach (var (at, secret) in secrets.Index())
            await lia.SayAsync($"{_model.Unsure[at]} {secret}");
        var sent = await _model.RequestsAsync();
        Assert.NotEmpty(sent);
        Assert.All(secrets, secret => Assert.All(sent, body => Assert.DoesNotContain(secret, body, StringComparison.OrdinalIgnoreCase)));
        Assert.All(sent, body => Assert.DoesNotContain("Ludovica", body, StringComparison.OrdinalIgnoreCase));
        var kept = KeptBytes.Of(_shop).Where(each => each.Place == "outbox.request").Select(each => Encoding.UTF8.GetString(each.Bytes))
            .Where(body => body.Contains("\"likely\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(sent.Count, kept.Count);
        Assert.All(kept, body => Assert.All(secrets, secret => Assert.DoesNotContain(secret, body, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(
            _shop.Log.Lines, line => secrets.Any(secret => line.Message.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private Task PlayAsync(string conversation) => new Play(_shop).RunAsync(conversation);
}
