using System.Text.Json;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

/// <summary>The five ways in which a link, an advertisement or a product's page brings somebody here.</summary>
public sealed class LinkTests
{
    private const string Opened = "Tazza blu Marca: Aurora Una tazza di ceramica smaltata a mano. [Tazza blu |";

    [Theory]
    [InlineData("mug")]
    [InlineData("mug-1")]
    [InlineData("product_mug")]
    [InlineData("PRODUCT=mug")]
    [InlineData("sku-mug-1")]
    [InlineData("utm=spring&product=mug")]
    public async Task A_link_that_stands_alone_opens_its_product(string reference)
    {
        var chat = new Chat();
        await EventAsync(chat, "referral", new { @ref = reference, source = "SHORTLINK", type = "OPEN_THREAD" });
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("product_")]
    [InlineData("{{product.id}}")]
    [InlineData("____________________________________________________________________________")]
    public async Task A_link_to_nothing_is_a_visit_like_any_other(string reference)
    {
        var chat = new Chat();
        await EventAsync(chat, "referral", new { @ref = reference, source = "SHORTLINK", type = "OPEN_THREAD" });
        Assert.Contains("Cosa ti va di fare?", chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_started_of_a_link_opens_its_product()
    {
        var chat = new Chat();
        var payload = CommerceBot.Bots.ShopMenu.GetStartedPayload;
        await chat.SendAsync(Message(
            new { postback = new { title = "Inizia", payload, referral = new { @ref = "mug", source = "SHORTLINK" } } }, payload, payload));
        Assert.Contains("assistente automatico di Bottega Aurora", chat.Shown, StringComparison.Ordinal);
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mug")]
    [InlineData("product_mug")]
    public async Task An_ice_breaker_that_names_a_product_opens_it(string payload)
    {
        var chat = new Chat();
        await chat.SendAsync(Message(new { postback = new { title = "Questa tazza?", payload } }, payload, payload));
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ice_breaker_with_a_referral_opens_its_product()
    {
        var chat = new Chat();
        await chat.SendAsync(Message(
            new { postback = new { title = "Info", payload = "INFO", referral = new { @ref = "mug", source = "ADS" } } }, "INFO", "INFO"));
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ciao")]
    [InlineData("Vorrei questa")]
    [InlineData("Posso avere maggiori informazioni?")]
    public async Task The_first_message_of_an_advertisement_opens_its_product(string text)
    {
        var chat = new Chat();
        await chat.SendAsync(Message(
            new { message = new { text, referral = new { @ref = "mug", ad_id = "1", source = "ADS", type = "OPEN_THREAD" } } }, text));
        Assert.Contains("[Tazza blu |", chat.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Maglietta", chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_advertisement_names_its_product_among_its_data()
    {
        var chat = new Chat();
        await chat.SendAsync(Message(
            new { message = new { text = "hi", referral = new { source = "ADS", ads_context_data = new { product_id = "mug-1" } } } },
            "hi"));
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_a_link_that_want_something_else_are_answered_too()
    {
        var chat = new Chat();
        const string text = "quanto costa la spedizione?";
        await chat.SendAsync(Message(new { message = new { text, referral = new { @ref = "mug" } } }, text));
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
        Assert.Contains("Ecco come consegniamo", chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optin_on_a_products_page_opens_it_and_any_other_says_nothing()
    {
        var chat = new Chat();
        await EventAsync(chat, "optin", new { @ref = "mug", user_ref = "u" });
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
        await EventAsync(chat, "optin", new { type = "notification_messages", payload = "news" });
        Assert.Empty(chat.Replies);
    }

    [Theory]
    [InlineData("it-IT", "È ancora disponibile?", "Tazza blu è disponibile.")]
    [InlineData("it-IT", "Ciao, è ancora disponibile questo articolo?", "Tazza blu è disponibile.")]
    [InlineData("it-IT", "ce l'avete ancora?", "Tazza blu è disponibile.")]
    [InlineData("en-GB", "Is this still available?", "Tazza blu is")]
    [InlineData("en-GB", "Hi, is this item still available?", "Tazza blu is")]
    public async Task Whether_it_is_still_there_is_asked_of_the_product_that_brought_somebody(string locale, string text, string answer)
    {
        var together = new Chat(locale);
        await together.SendAsync(Message(new { message = new { text, referral = new { @ref = "mug" } } }, text));
        Assert.Contains(answer, together.Shown, StringComparison.Ordinal);

        var after = new Chat(locale);
        await EventAsync(after, "referral", new { @ref = "mug", source = "SHORTLINK" });
        await after.SaysAsync(text);
        Assert.Contains(answer, after.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_is_shared_into_the_chat_is_what_the_next_question_is_about()
    {
        var chat = new Chat();
        var shared = new
        {
            message = new
            {
                attachments = new[]
                {
                    new
                    {
                        type = "template",
                        payload = new { product = new { elements = new[] { new { id = "99", retailer_id = "mug-1", title = "Tazza" } } } },
                    },
                },
            },
        };
        await chat.SendAsync(Message(shared, null));
        Assert.Contains(Opened, chat.Shown, StringComparison.Ordinal);
        await chat.SaysAsync("è ancora disponibile?");
        Assert.Contains("Tazza blu è disponibile.", chat.Shown, StringComparison.Ordinal);
    }

    private static Activity Message(object data, string? text, string? value = null) => new(ActivityTypes.Message)
    {
        Text = text,
        Value = value is null ? null : JsonSerializer.SerializeToElement(value),
        ChannelData = JsonSerializer.SerializeToElement(data),
    };

    private static Task EventAsync(Chat chat, string name, object value) => chat.SendAsync(new Activity(ActivityTypes.Event)
    {
        Name = "facebook/" + name,
        Value = JsonSerializer.SerializeToElement(value),
    });
}
