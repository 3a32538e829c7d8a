using System.Net;
using System.Text;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

/// <summary>Signed events that no shopper's phone would make: each is counted and answered well, and harms nobody else's.</summary>
public sealed class HostileEventTests
{
    private const string Card = "4242424242424242";

    [Theory]
    [InlineData(""" "message":{"mid":"x","text":"a","text":"b"} """)]
    [InlineData(""" "message":{"mid":"x","mid":"y","text":"a 4242424242424242"},"timestamp":1,"sender":{"id":"7001"} """)]
    [InlineData(""" "message":{"mid":"x","text":"a","4242424242424242":1,"4242424242424242":2,"nlp":{"e":[],"e":[]}} """)]
    [InlineData(""" "postback":{"mid":"x","payload":"4242 4242 4242 4242","payload":"1","title":"t","title":"t"} """)]
    [InlineData(""" "referral":{"ref":"a","ref":"b","x":{"5555555555554444":{"5555555555554444":1}}} """)]
    [InlineData(""" "optin":{"type":"x","payload":{"a":1,"a":2,"4242424242424242":"4242424242424242"}} """)]
    public async Task A_name_that_comes_twice_and_a_card_in_a_name_harm_no_neighbour_and_stay_nowhere(string part)
    {
        await using var host = await ShopHost.WithEchoAsync();
        var body = Meta.Batch(Meta.Message("a", "prima"), Meta.Event(part, "7002"), Meta.Message("b", "dopo"));
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        await host.SettleAsync();
        Assert.InRange(host.Count("inbox WHERE kind = 0 AND handled = 1 AND lane LIKE '%:7001'"), 2, 3);
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
        foreach (var card in new[] { Card, "4242 4242", "5555555555554444" })
            Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_events_that_comes_twice_is_read_twice()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var (one, two, three) = (Meta.Message("a", "uno"), Meta.Message("b", "due"), Meta.Message("c", "tre"));
        var first = $$"""{"id":"{{Meta.Page}}","messaging":[{{one}}],"messaging":[{{two}}]}""";
        var body = $$"""{"object":"page","entry":[{{first}}],"entry":[{"id":"{{Meta.Page}}","messaging":[{{three}}]}]}""";
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        Assert.Equal(3, host.Count("inbox WHERE kind = 0"));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public async Task An_event_as_deep_as_a_well_harms_no_neighbour(int depth)
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        var deep = Meta.Event($$""" "message":{"mid":"x","text":"a","nlp":{{new string('[', depth)}}{{new string(']', depth)}}} """);
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(Meta.Batch(Meta.Message("a", "prima"), deep, Meta.Message("b", "dopo"))));
        await host.SettleAsync();
        Assert.Equal(1, counted["messenger too-large"]);
        Assert.Equal(2, host.Count("inbox WHERE kind = 0 AND handled = 1"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("7001/messages")]
    [InlineData("../me/messages?x=")]
    [InlineData("%2e%2e")]
    [InlineData("7001?fields=x")]
    [InlineData("7001#")]
    [InlineData("70 01")]
    [InlineData("7001:7002")]
    [InlineData("\\u0000")]
    [InlineData("7001\\n")]
    [InlineData("\\u202e1007")]
    [InlineData("<PSID>")]
    [InlineData("caffè")]
    public async Task What_cannot_be_a_person_is_counted_and_gets_no_lane(string id)
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        var page = Meta.Message("p", "ciao").Replace($"\"{Meta.Page}\"", $"\"{id}\"", StringComparison.Ordinal);
        var body = Meta.Batch(Meta.Message("x", "ciao", id), Meta.Echo("e", $"{id}", id), page, Meta.Message("b", "dopo"));
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        await host.SettleAsync();
        Assert.Equal(3, counted["messenger no-person"]);
        Assert.Equal(1, host.Count("inbox WHERE kind IN (0, 4)"));
        Assert.Equal(1, host.Count("lane"));
    }

    [Theory]
    [InlineData("person")]
    [InlineData("page")]
    [InlineData("mid")]
    [InlineData("person by one")]
    [InlineData("mid by one")]
    [InlineData("text")]
    [InlineData("payload")]
    [InlineData("reaction")]
    [InlineData("extra")]
    [InlineData("metadata")]
    [InlineData("attachment")]
    public async Task What_is_longer_than_it_may_be_is_counted_and_never_stored(string where)
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        var (id, text) = (new string('7', 1_000_000), new string('x', 1_000_000));
        var bad = where switch
        {
            "person" => Meta.Message("x", "ciao", id),
            "page" => Meta.Message("x", "ciao").Replace(Meta.Page, id, StringComparison.Ordinal),
            "mid" => Meta.Message(text, "ciao"),
            "person by one" => Meta.Message("x", "ciao", id[..(InputLimits.MessengerId + 1)]),
            "mid by one" => Meta.Message(text[..(InputLimits.Mid + 1)], "ciao"),
            "text" => Meta.Message("x", text),
            "payload" => Meta.Event($$""" "postback":{"mid":"x","payload":"{{text[..3000]}}"} """),
            "reaction" => Meta.Event($$""" "reaction":{"mid":"x","action":"{{text}}","emoji":"y"} """),
            "extra" => Meta.Event($$""" "message":{"mid":"x","text":"ciao","{{text}}":1} """),
            "metadata" => Meta.Echo("x", text),
            _ => Meta.Event(
                $$""" "message":{"mid":"x","attachments":[{"type":"image","payload":{"url":"https://x.example/{{text}}"} }]} """
            ),
        };
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(Meta.Batch(bad, Meta.Message("b", "dopo"))));
        await host.SettleAsync();
        Assert.Equal(1, counted["messenger too-large"] + counted["messenger no-person"]);
        Assert.Equal(1, host.Count("inbox WHERE kind IN (0, 4)"));
        Assert.InRange(host.Count("(SELECT max(length(hex(body))) AS n FROM inbox) WHERE n > 20000"), 0, 0);
    }

    [Theory]
    [InlineData("\"instagram\"", "object-instagram")]
    [InlineData("\"user\"", "object-user")]
    [InlineData("\"whatsapp_business_account\"", "object-whatsapp_business_account")]
    [InlineData("\"Page\"", "object-other")]
    [InlineData("\"4242424242424242\"", "object-other")]
    [InlineData("{\"a\":1}", "object-other")]
    [InlineData("null", "object-other")]
    [InlineData("1", "object-other")]
    [InlineData("[\"page\"]", "object-other")]
    [InlineData("\"Page \"", "object-other")]
    [InlineData(null, "object-other")]
    public async Task Only_a_Pages_webhook_is_a_conversation_of_Messengers(string? of, string kind)
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        var body = Meta.Batch(Meta.Message("a", "ciao"))
            .Replace("\"object\":\"page\",", of is null ? "" : $"\"object\":{of},", StringComparison.Ordinal);
        Assert.Equal(of is null, !body.Contains("\"object\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        Assert.Equal(1, counted[$"messenger {kind}"]);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task However_many_words_strangers_invent_the_counters_have_an_end()
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        for (var i = 0; i < 400; i++)
        {
            var body = Meta.Batch(Meta.Message($"m{i}", "ciao")).Replace("\"page\"", $"\"object{i}\"", StringComparison.Ordinal);
            await host.DeliverAsync(Encoding.UTF8.GetBytes(body));
        }

        Assert.Equal(400, counted["messenger object-other"]);
    }
}
