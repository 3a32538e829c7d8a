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
    [InlineData("4242–4242—4242‑4242", "[card number removed]")]
    [InlineData("4242 - 4242 - 4242 - 4242", "[card number removed]")]
    [InlineData("4242\u00a04242\u20094242\u30004242", "[card number removed]")]
    [InlineData("4242\u200b4242\u2060\ufeff4242\u200d4242", "[card number removed]")]
    [InlineData(
        "4\u200b2\u200b4\u200b2\u200b4\u200b2\u200b4\u200b2\u200b4\u200b2\u200b4\u200b2\u200b4\u200b2\u200b4\u200b2",
        "[card number removed]")]
    [InlineData("4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2", "[card number removed]")]
    [InlineData("4242\n4242\r\n4242\u20284242", "[card number removed]")]
    [InlineData("4242, 4242, 4242, 4242", "[card number removed]")]
    [InlineData("4242/4242/4242/4242", "[card number removed]")]
    [InlineData("4242+4242+4242+4242", "[card number removed]")]
    [InlineData("amex 3782 822463 10005!", "amex [card number removed]!")]
    [InlineData("amex 3782-82246-310005", "amex [card number removed]")]
    [InlineData("mastercard 5555555555554444", "mastercard [card number removed]")]
    [InlineData("2223003122003222", "[card number removed]")]
    [InlineData("diners 3056 9309 0259 04", "diners [card number removed]")]
    [InlineData("jcb 3566002020360505", "jcb [card number removed]")]
    [InlineData("discover 6011 1111 1111 1117", "discover [card number removed]")]
    [InlineData("unionpay 6200000000000005", "unionpay [card number removed]")]
    [InlineData("old visa 4222222222222", "old visa [card number removed]")]
    [InlineData("visa of 19: 4000 0000 0000 0000 006", "visa of 19: [card number removed]")]
    [InlineData("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", "[card number removed]")]
    [InlineData("４２４２ ４２４２ ４２４２ ４２４２", "[card number removed]")]
    [InlineData("𝟒𝟐𝟒𝟐 𝟜𝟚𝟜𝟚 𝟦𝟤𝟦𝟤 𝟺𝟸𝟺𝟸", "[card number removed]")]
    [InlineData("⁴²⁴²⁴²⁴²⁴²⁴²⁴²⁴²", "[card number removed]")]
    [InlineData("④②④②④②④②④②④②④②④②", "[card number removed]")]
    [InlineData("4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣", "[card number removed]️⃣")]
    [InlineData("४२४२ 4242 ٤٢٤٢ ４２４２", "[card number removed]")]
    [InlineData("carta4242424242424242ok", "carta[card number removed]ok")]
    [InlineData("https://example.com/pay?card=4242424242424242&x=1", "https://example.com/pay?card=[card number removed]&x=1")]
    [InlineData("https://example.com/4242-4242-4242-4242/", "https://example.com/[card number removed]/")]
    [InlineData("card=4242%204242%204242%204242", "card=[card number removed]")]
    [InlineData("card=4242%C2%A04242%E2%80%8B4242%E2%80%824242", "card=[card number removed]")]
    [InlineData("""{"card":"4242424242424242","n":1}""", """{"card":"[card number removed]","n":1}""")]
    [InlineData("""{"card":"4242\n4242\u00a04242\u20094242"}""", """{"card":"[card number removed]"}""")]
    [InlineData("4242424242424242 e 5555555555554444", "[card number removed] e [card number removed]")]
    [InlineData("4242424242424242 5555555555554444", "[card number removed]")]
    [InlineData("4242 4242 4242 4242 5555 5555 5555 4444", "[card number removed]")]
    [InlineData("ne voglio 2: 4242 4242 4242 4242", "ne voglio 2: [card number removed]")]
    [InlineData("+4242424242424242", "+[card number removed]")] // Sixteen digits are no phone number.
    [InlineData("maestro 5018 0000 0009", "maestro [card number removed]")]
    [InlineData("maestro 6759649826438453", "maestro [card number removed]")]
    [InlineData("6799990100000000019", "[card number removed]")]
    [InlineData("5600 0000 0000 0003", "[card number removed]")]
    [InlineData("6390020000000003", "[card number removed]")]
    [InlineData("bancontact 6703 4444 4444 4449", "bancontact [card number removed]")]
    [InlineData("6703000000000000003", "[card number removed]")]
    [InlineData("dankort 5019 7170 1010 3742", "dankort [card number removed]")]
    [InlineData("elo 6362 9700 0045 7013", "elo [card number removed]")]
    [InlineData("5066991111111118", "[card number removed]")]
    [InlineData("hipercard 6062 8267 8627 6634", "hipercard [card number removed]")]
    [InlineData("verve 5061460410120223210", "verve [card number removed]")]
    [InlineData("5060 6666 6666 6666 666", "[card number removed]")]
    [InlineData("troy 9792 0300 0000 0000", "troy [card number removed]")]
    [InlineData("uzcard 8600 4954 7331 6478", "uzcard [card number removed]")]
    [InlineData("c=%34%32%34%32%34%32%34%32%34%32%34%32%34%32%34%32", "c=[card number removed]")]
    [InlineData("c=4%3242%34242%34242424%3242", "c=[card number removed]")]
    [InlineData("c=%2534%2532%2534%2532424242424242", "c=[card number removed]")]
    [InlineData("%34%32%34%32%20%34%32%34%32-4242.4242", "[card number removed]")]
    [InlineData("=378282246310005", "=[card number removed]")]
    [InlineData("sconto 50%3782 822463 10005", "sconto 50%[card number removed]")]
    [InlineData("&#52;&#50;&#52;&#50;&#x34;&#x32;&#x34;&#x32;42424242", "[card number removed]")]
    [InlineData("\\u0034\\u00324242424242\\x34\\x324242", "[card number removed]")]
    public void Card_numbers_are_taken_out_however_they_are_written(string typed, string kept) =>
        Assert.Equal(kept, CardText.Redact(typed));

    [Theory]
    [InlineData("4242424242424242 12/27 123", "[card number removed]")]
    [InlineData("4242 4242 4242 4242 scad. 12/27 cvv 123 ok?", "[card number removed] ok?")]
    [InlineData("4242 4242 4242 4242, exp 01/2030, cvc: 999", "[card number removed]")]
    [InlineData("scade 12/27: 4242 4242 4242 4242 grazie", "scade [card number removed] grazie")]
    [InlineData("pago io 12/27 4242424242424242", "pago io [card number removed]")]
    [InlineData("cvv 123, carta 4242424242424242", "[card number removed], carta [card number removed]")]
    [InlineData(
        "4242424242424242 di Rosa Neri, scadenza: 12/27 e codice di sicurezza 123",
        "[card number removed] di Rosa Neri, [card number removed] e [card number removed]")]
    [InlineData("42424242424242421227", "[card number removed]")]
    [InlineData("42424242424242421227123", "[card number removed]")]
    [InlineData("4242424242424242123", "[card number removed]")]
    [InlineData("3782822463100051234", "[card number removed]")]
    [InlineData("il cvv è 123", "il [card number removed]")]
    [InlineData("CVC: 1234!", "[card number removed]!")]
    public void What_stands_with_a_card_number_goes_with_it(string typed, string kept) =>
        Assert.Equal(kept, CardText.Redact(typed));

    [Theory]
    [InlineData("+39 333 123 4567")]
    [InlineData("0039 02 1234 5678")]
    [InlineData("02 1234 5678 oppure 340 123 4567")]
    [InlineData("+39 340 1234567 340 7654321")]
    [InlineData("+442079460958")]
    [InlineData("+378282246310005")] // Fifteen digits after a plus can be a phone number, and are one.
    [InlineData("4242424242424241")] // Luhn says no.
    [InlineData("1760000000000")] // A time in milliseconds.
    [InlineData("2026-11-23T10:25:31.1234567Z")]
    [InlineData("dal 24/12/2026 al 06/01/2027")]
    [InlineData("23/12/2026 - 27/12/2030")]
    [InlineData("23-12-2026 26-12-2031")]
    [InlineData("ordine K4T-7MQ-3")]
    [InlineData("IBAN IT60 X054 2811 1010 0000 0123 456")]
    [InlineData("IBAN IT60X0542811101000000123456")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("DE89370400440532013000")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("RSSMRA85T10A562S")]
    [InlineData("IT12345678901")]
    [InlineData("il pacco 1Z999AA10123456784 dov'è?")]
    [InlineData("1Z4242424242424242")]
    [InlineData("9400 1118 9956 1234 5678 90")]
    [InlineData("9205590164917312751089")]
    [InlineData("RR123456789IT")]
    [InlineData("JJD000390007723456789")]
    [InlineData("00340434161094042557")]
    [InlineData("spesa: 40,12 55,10 30,00 10,02")]
    [InlineData("9999 9999 9999 9995")] // No brand begins so.
    [InlineData("voglio 2 tazze e 3 piatti, arrivo alle 12:30 del 24/12")]
    [InlineData("il pin del portone è 1234")]
    [InlineData("cv: 123 anni di esperienza")]
    [InlineData("cv2026")]
    [InlineData("il mio cv2026.pdf e cv2 2025")]
    [InlineData("cvv2026")]
    [InlineData("4006381333931")] // Stabilo's pen: a European article number.
    [InlineData("4 006381 333931")]
    [InlineData("EAN 4003994155486")]
    [InlineData("ean: 4000000000006, 4000000000020")]
    [InlineData("5000159407236")]
    [InlineData("6901234567892")]
    [InlineData("gtin 05000000000012")]
    [InlineData("order 6789012345674")]
    [InlineData("ordine n. 567890123456785")]
    [InlineData("tel 628123456785")]
    [InlineData("+62 812 3456 7890")]
    [InlineData("tracking: 6100000000000000000000")]
    [InlineData("50 60 70 80 90 10")]
    [InlineData("m_AbCdEf-1458668856218:ed81099e15d3f4f233")]
    [InlineData("1458668856253")]
    [InlineData("")]
    public void Phones_orders_and_ids_are_left_alone(string typed) =>
        Assert.Same(typed, CardText.Redact(typed));

    [Fact]
    public void A_card_is_taken_out_of_every_place_where_a_person_types_and_of_no_id()
    {
        var raw = JsonElement.Parse(
            """{"mid":"4242424242424242","sender":{"id":"4242424242424242"},"message":{"text":"carta 4242 4242 4242 4242","app_id":"""
            + """4242424242424242},"list":["4242424242424242",{"note":4242424242424242},null,true],"none":null,"metadata":"""
            + """{"note":"4242424242424242"},"4242424242424242":1}"""
        );
        var activity = new Activity
        {
            Id = "4242424242424242",
            Text = "4242424242424242",
            Name = "4242424242424242",
            Value = "4242424242424242",
            ChannelData = raw,
            From = new ChannelAccount("4242424242424242"),
            Properties = new Dictionary<string, JsonElement> { ["more"] = JsonElement.Parse("\"4242424242424242\"") },
            Entities =
            [
                new Entity { Properties = new Dictionary<string, JsonElement> { ["text"] = JsonElement.Parse("\"4242424242424242\"") } },
            ],
            Attachments = [new Attachment { Content = JsonElement.Parse("""{"body":["4242424242424242"]}""") }],
        };

        CardNumbers.Redact(activity);

        Assert.Equal("[card number removed]", activity.Text);
        Assert.Equal("[card number removed]", activity.Name);
        Assert.Equal("[card number removed]", activity.Value);
        Assert.Equal("[card number removed]", activity.Properties["more"].GetString());
        Assert.Equal("[card number removed]", activity.Entities[0].Properties!["text"].GetString());
        Assert.Equal("""{"body":["[card number removed]"]}""", activity.Attachments[0].Content?.ToString());
        Assert.Equal("4242424242424242", activity.Id);
        Assert.Equal("4242424242424242", activity.From.Id);
        Assert.Equal(
            """{"mid":"4242424242424242","sender":{"id":"4242424242424242"},"message":{"text":"carta [card number removed]","app_id":"""
            + """4242424242424242},"list":["[card number removed]",{"note":"[card number removed]"},null,true],"none":null,"metadata":"""
            + """{"note":"[card number removed]"},"[card number removed]":1}""",
            activity.ChannelData?.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null,[null,{\"a\":null}],{}]")]
    [InlineData("\"4242424242424242\"")]
    [InlineData("4242424242424242")]
    [InlineData("{\"a\":[[[[\"4242 4242 4242 4242\",null]]]],\"b\":{\"c\":{\"d\":1234567890123}}}")]
    public void Any_value_is_taken_apart_to_its_last_leaf(string json)
    {
        var activity = new Activity { Value = JsonElement.Parse(json), ChannelData = JsonElement.Parse($"[{json},1234567890123]") };

        CardNumbers.Redact(activity);

        Assert.DoesNotContain("4242", SchemaJsonOf(activity), StringComparison.Ordinal);
        Assert.Contains("1234567890123", SchemaJsonOf(activity), StringComparison.Ordinal);
    }

    private static string SchemaJsonOf(Activity activity) => JsonSerializer.Serialize(activity, SchemaJson.Options);

    [Fact]
    public void A_number_in_four_boxes_is_one_number()
    {
        var form = new Activity
        {
            Value = JsonElement.Parse(
                """{"a":"4242","b":"4242","c":"4242","d":4242,"name":"Rosa","pieces":["4242 4242","4242 4242"],"year":"2026"}"""),
        };
        var halves = new Activity
        {
            Text = "4242 4242",
            Value = "4242 4242",
            Name = "4242",
        };
        var differing = new Activity { Text = "5555 5555", Value = "5555 4444" };

        CardNumbers.Redact(form);
        CardNumbers.Redact(halves);
        CardNumbers.Redact(differing);

        const string mark = "[card number removed]";
        Assert.Equal(
            $$"""{"a":"{{mark}}","b":"{{mark}}","c":"{{mark}}","d":"{{mark}}","name":"Rosa","pieces":"""
            + $$"""["{{mark}}","{{mark}}"],"year":"2026"}""",
            form.Value.ToString());
        Assert.Equal("4242 4242", halves.Text); // A tap says the same twice: that is not one number.
        Assert.Equal((mark, mark), (differing.Text, differing.Value));
    }

    [Fact]
    public void Channel_data_without_a_card_keeps_its_instance()
    {
        object raw = JsonElement.Parse(
            """{"mid":"m_1","sender":{"id":"4242424242424242"},"message":{"text":"perch\u00e9 \u00e8 cos\u00ec","quick_reply":"""
            + """{"payload":"1:menu"}},"timestamp":1760000000000}"""
        );
        var activity = new Activity { ChannelData = raw };

        CardNumbers.Redact(activity);

        Assert.Same(raw, activity.ChannelData);
    }
}
