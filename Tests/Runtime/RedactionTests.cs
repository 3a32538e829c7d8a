using System.Text.Json;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Runtime;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("4242424242424242", "[card number removed]")]
    [InlineData("la mia carta è 4242 4242 4242 4242 grazie", "la mia carta è [card number removed] grazie")]
    [InlineData("4242-4242-4242-4242", "[card number removed]")]
    [InlineData("4242.4242.4242.4242", "[card number removed]")]
    [InlineData("4242\u00a04242\u00a04242\u00a04242", "[card number removed]")]
    [InlineData("4242\u200b4242\u200b4242\u200b4242", "[card number removed]")]
    [InlineData("amex 3782 822463 10005!", "amex [card number removed]!")]
    [InlineData("mastercard 5555555555554444", "mastercard [card number removed]")]
    [InlineData("2223003122003222", "[card number removed]")]
    [InlineData("diners 3056 9309 0259 04", "diners [card number removed]")]
    [InlineData("jcb 3566002020360505", "jcb [card number removed]")]
    [InlineData("discover 6011 1111 1111 1117", "discover [card number removed]")]
    [InlineData("unionpay 6200000000000005", "unionpay [card number removed]")]
    [InlineData("4242424242424242 12/27 123", "[card number removed]")]
    [InlineData("4242 4242 4242 4242 scad. 12/27 cvv 123 ok?", "[card number removed] ok?")]
    [InlineData("4242 4242 4242 4242, exp 01/2030, cvc: 999", "[card number removed]")]
    [InlineData("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", "[card number removed]")]
    [InlineData("４２４２ ４２４２ ４２４２ ４２４２", "[card number removed]")]
    [InlineData("4242424242424242 e 5555555555554444", "[card number removed] e [card number removed]")]
    public void Card_numbers_are_taken_out_however_they_are_written(string typed, string kept) =>
        Assert.Equal(kept, CardText.Redact(typed));

    [Theory]
    [InlineData("+39 333 123 4567")]
    [InlineData("0039 02 1234 5678")]
    [InlineData("+4242424242424242")] // A plus sign: a phone number, however unlikely.
    [InlineData("4242424242424241")] // Luhn says no.
    [InlineData("1760000000000")] // A time in milliseconds.
    [InlineData("ordine K4T-7MQ-3")]
    [InlineData("IBAN IT60 X054 2811 1010 0000 0123 456")]
    [InlineData("9999 9999 9999 9995")] // No brand begins so.
    [InlineData("voglio 2 tazze e 3 piatti, arrivo alle 12:30 del 24/12")]
    [InlineData("")]
    public void Phones_orders_and_ids_are_left_alone(string typed) =>
        Assert.Same(typed, CardText.Redact(typed));

    [Fact]
    public void A_card_is_taken_out_of_every_place_where_a_person_types_and_of_no_id()
    {
        var raw = JsonElement.Parse("""{"mid":"4242424242424242","sender":{"id":"4242424242424242"},"message":{"text":"carta 4242 4242 4242 4242","app_id":4242424242424242},"list":["4242424242424242",{"note":4242424242424242}]}""");
        var activity = new Activity
        {
            Id = "4242424242424242",
            Text = "4242424242424242",
            Name = "4242424242424242",
            Value = "4242424242424242",
            ChannelData = raw,
            From = new ChannelAccount("4242424242424242"),
        };

        CardNumbers.Redact(activity);

        Assert.Equal("[card number removed]", activity.Text);
        Assert.Equal("[card number removed]", activity.Name);
        Assert.Equal("[card number removed]", activity.Value);
        Assert.Equal("4242424242424242", activity.Id);
        Assert.Equal("4242424242424242", activity.From.Id);
        Assert.Equal(
            """{"mid":"4242424242424242","sender":{"id":"4242424242424242"},"message":{"text":"carta [card number removed]","app_id":4242424242424242},"list":["[card number removed]",{"note":"[card number removed]"}]}""",
            activity.ChannelData?.ToString());
    }

    [Fact]
    public void Channel_data_without_a_card_keeps_its_instance()
    {
        object raw = JsonElement.Parse("""{"mid":"m_1","message":{"text":"ciao","quick_reply":{"payload":"1:menu"}},"timestamp":1760000000000}""");
        var activity = new Activity { ChannelData = raw };

        CardNumbers.Redact(activity);

        Assert.Same(raw, activity.ChannelData);
    }
}
