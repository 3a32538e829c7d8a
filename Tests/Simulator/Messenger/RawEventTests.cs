using System.Text.Json;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>An event that a test makes up is an event: it opens the 24 hours, and is told, as one that happened.</summary>
public sealed class RawEventTests
{
    /// <summary>Each opens the window, or does not.</summary>
    public static TheoryData<string, bool> Events => new()
    {
        { """{"message":{"mid":"m_1","text":"hi"}}""", true },
        { """{"message":{"mid":"m_1","attachments":[{"type":"image","payload":{"url":"https://a.example/b.png"}}]}}""", true },
        { """{"postback":{"mid":"m_1","title":"Start","payload":"START"}}""", true },
        { """{"referral":{"ref":"p","source":"SHORTLINK","type":"OPEN_THREAD"}}""", true },
        { """{"reaction":{"reaction":"love","emoji":"❤","action":"react","mid":"m_1"}}""", true },
        { """{"order":{"products":[{"id":"1","retailer_id":"A","quantity":1}]}}""", true },
        { """{"optin":{"ref":"p","user_ref":"u"}}""", true },
        { """{"reaction":{"reaction":"love","emoji":"❤","action":"unreact","mid":"m_1"}}""", false },
        { """{"optin":{"type":"notification_messages","payload":"p","notification_messages_token":"t"}}""", false },
        { """{"delivery":{"mids":["m_1"],"watermark":1}}""", false },
        { """{"read":{"watermark":1}}""", false },
        { """{"message":{"mid":"m_1","text":"hi","is_echo":true,"app_id":1}}""", false },
        { """{"sender":{"id":"12345"},"message":{"mid":"m_1","text":"hi"}}""", false },
        { """{"policy_enforcement":{"action":"warning","reason":"r"}}""", false },
        { """{"timestamp":1000,"message":{"mid":"m_1","text":"long ago"}}""", false },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task An_event_of_the_shoppers_opens_the_window_and_no_other_does(string messaging, bool opens)
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        await host.DoAsync("anna", "window", new { lastActionHoursAgo = 30 });
        Assert.Equal(204, (await host.DoAsync("anna", "event", new { messaging = JsonDocument.Parse(messaging).RootElement })).Status);
        Assert.Equal(opens, (await host.GetAsync("/simulator/messenger/shoppers/anna")).GetProperty("windowIsOpen").GetBoolean());
    }

    [Fact]
    public async Task An_event_comes_by_the_field_of_its_kind()
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        await host.GraphAsync(HttpMethod.Post, "me/subscribed_apps?subscribed_fields=message_reactions");
        string[] made =
        [
            """{"message":{"mid":"m_7","text":"not subscribed"}}""",
            """{"reaction":{"action":"react","emoji":"❤","mid":"m_1"}}""",
        ];
        foreach (var messaging in made)
            await host.DoAsync("anna", "event", new { messaging = JsonDocument.Parse(messaging).RootElement });
        Assert.Equal("m_1", (await host.Bot.NextAsync("reaction")).Event.GetProperty("reaction").GetProperty("mid").GetString());
    }
}
