using System.Text.Json;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>Card numbers in the names of fields and of people, and ids that only look like one.</summary>
public sealed class RedactionNamesTests
{
    [Theory]
    [InlineData("""{"4242424242424242":1}""", """{"[card number removed]":1}""")]
    [InlineData("""{"a":[{"b":{"5555 5555 5555 4444":{"c":true}}}]}""", """{"a":[{"b":{"[card number removed]":{"c":true}}}]}""")]
    [InlineData("""{"4242424242424242":1,"5555555555554444":2}""", """{"[card number removed]":1,"[card number removed] 2":2}""")]
    [InlineData("""{"4242424242424242":1,"4242424242424242":2}""", """{"[card number removed]":1,"[card number removed] 2":2}""")]
    [InlineData("""{"a":1,"a":"4242424242424242","a":{"a":1,"a":2}}""", """{"a":1,"a":"[card number removed]","a":{"a":1,"a":2}}""")]
    [InlineData(
        """{"4242424242424242_id":"x","id":"4242424242424242","id":"5555555555554444"}""",
        """{"[card number removed]_id":"x","id":"4242424242424242","id":"5555555555554444"}""")]
    [InlineData("""{"42424242":"42424242"}""", """{"[card number removed]":"[card number removed]"}""")]
    [InlineData(
        """{"4242":0,"4243":0,"4242 4242":0,"4242 4242":0}""",
        """{"4242":0,"4243":0,"[card number removed]":0,"[card number removed] 2":0}""")]
    [InlineData("""{"\u0034242 4242 4242 4242":"\u0034242424242424242"}""", """{"[card number removed]":"[card number removed]"}""")]
    public void A_card_is_taken_out_of_names_too_and_a_name_that_comes_twice_is_no_trouble(string json, string kept)
    {
        var activity = new Activity
        {
            ChannelData = JsonElement.Parse(json),
            Properties = new Dictionary<string, JsonElement>
            {
                ["4242424242424242"] = JsonElement.Parse(json),
                ["378282246310005"] = JsonElement.Parse("1"),
            },
        };

        CardNumbers.Redact(activity);

        Assert.Equal(kept, activity.ChannelData?.ToString());
        Assert.Equal(["[card number removed]", "[card number removed] 2"], activity.Properties.Keys);
        Assert.Equal(kept, activity.Properties["[card number removed]"].ToString());
    }

    [Fact]
    public void A_card_in_anybodys_name_or_address_is_taken_out()
    {
        const string card = "4242 4242 4242 4242";
        static Dictionary<string, JsonElement> more() => new() { ["x"] = JsonElement.Parse($"\"{card}\"") };
        var activity = new Activity
        {
            From = new ChannelAccount("u", card) { Properties = more() },
            Recipient = new ChannelAccount("b", card),
            Conversation = new ConversationAccount { Id = "c", Name = card, Properties = more() },
            MembersAdded = [new ChannelAccount("m", card)],
            ReactionsAdded = [new MessageReaction(card)],
            Attachments =
            [
                new Attachment
                {
                    ContentUrl = $"https://x.example/{card}",
                    ThumbnailUrl = card,
                    Name = card,
                    ContentType = card,
                },
            ],
            ListenFor = [card],
            Code = card,
            Action = card,
        };
        var reference = activity.GetConversationReference();

        CardNumbers.Redact(activity);

        Assert.DoesNotContain("4242", SchemaJsonOf(activity), StringComparison.Ordinal);
        Assert.DoesNotContain("4242", JsonSerializer.Serialize(reference, SchemaJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_of_products_in_links_and_taps_are_left_alone()
    {
        const string id = "4539578763621486";
        const string buy = $"shop1/buy/1/={id}";
        const string referral = $$$"""{"ref":"{{{id}}}","product":{"id":"{{{id}}}"}}""";
        const string raw =
            $$"""{"postback":{"payload":"{{buy}}","referral":{{referral}} },"product_ids":["{{id}}",{{id}}],"sku":"{{id}}"}""";
        const string fields = $$"""{"ref":"4539 5787 6362 1486","payload":"{{id}}"}""";
        var tap = new Activity
        {
            Type = ActivityTypes.Message,
            Text = buy,
            Value = JsonElement.Parse($"\"{buy}\""),
            ChannelData = JsonElement.Parse(raw),
        };
        var typed = new Activity
        {
            Type = ActivityTypes.Message,
            Text = buy,
            ChannelData = JsonElement.Parse(fields),
        };

        CardNumbers.Redact(tap);
        CardNumbers.Redact(typed);

        Assert.Equal((buy, raw), (tap.Text, tap.ChannelData?.ToString()));
        Assert.Equal("shop1/buy/1/=[card number removed]", typed.Text);
        Assert.Equal("""{"ref":"[card number removed]","payload":"[card number removed]"}""", typed.ChannelData?.ToString());
    }

    [Theory]
    [InlineData("""{"referral":{"ref":"4539578763621486","source":"SHORTLINK","type":"OPEN_THREAD"}}""")]
    [InlineData("""{"referral":{"source":"ADS","ads_context_data":{"product_id":"4539578763621486"}}}""")]
    [InlineData("""{"postback":{"title":"Inizia","payload":"shop1/start","referral":{"ref":"4539578763621486"}}}""")]
    [InlineData("""{"postback":{"mid":"m1","title":"Info?","payload":"product_4539578763621486"}}""")]
    [InlineData("""{"message":{"mid":"m2","text":"Ciao","referral":{"ref":"4539578763621486","source":"ADS"}}}""")]
    [InlineData("""{"message":{"mid":"m3","text":"Ciao","referral":{"product":{"id":"4539578763621486"}}}}""")]
    [InlineData("""{"optin":{"ref":"4539578763621486","user_ref":"u"}}""")]
    public void A_products_id_in_a_link_is_no_card_wherever_the_link_stands(string told)
    {
        var body = told[..^1] + ""","sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1763900000000}""";
        var webhook = $$"""{"object":"page","entry":[{"id":"2","time":1763900000000,"messaging":[{{body}}]}]}""";
        var activity = Assert.Single(FacebookWebhook.Read(System.Text.Encoding.UTF8.GetBytes(webhook))).Activity!;

        CardNumbers.Redact(activity);

        var read = activity.Type == ActivityTypes.Event ? activity.Value!.ToString()! : $"{activity.Text} {activity.ChannelData}";
        Assert.Contains("4539578763621486", read, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_somebody_types_is_taken_out_also_beside_a_link()
    {
        const string webhook =
            """{"object":"page","entry":[{"id":"2","messaging":[{"message":{"mid":"m","text":"4539578763621486","referral":"""
            + """{"ref":"mug"}},"sender":{"id":"1"},"recipient":{"id":"2"}}]}]}""";
        var activity = Assert.Single(FacebookWebhook.Read(System.Text.Encoding.UTF8.GetBytes(webhook))).Activity!;

        CardNumbers.Redact(activity);

        Assert.DoesNotContain("4539578763621486", SchemaJsonOf(activity), StringComparison.Ordinal);
    }

    private static string SchemaJsonOf(Activity activity) => JsonSerializer.Serialize(activity, SchemaJson.Options);
}
