using System.Text.Json;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

public sealed class ShopperTests
{
    private static readonly string[] Fields = ["get_started", "greeting", "persistent_menu"];

    [Fact]
    public async Task A_tapped_button_sends_its_payload_as_a_postback()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SendAsync(psid, Cards());
        await host.Bot.NextAsync("message");
        await host.DoAsync("anna", "tap", new { title = "Compra ora", element = 1 });
        var postback = (await host.Bot.NextAsync("postback")).Event.GetProperty("postback");
        Assert.Equal("BUY:2", postback.GetProperty("payload").GetString());
        Assert.Equal("Compra ora", postback.GetProperty("title").GetString());
        Assert.StartsWith("m_", postback.GetProperty("mid").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_button_can_be_tapped_for_ever_but_an_old_quick_reply_is_gone()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SendAsync(psid, Cards());
        await host.SendAsync(psid, new { text = "Altro?", quick_replies = new[] { Reply("Sì", "YES") } });
        Assert.Equal(200, (await host.DoAsync("anna", "tap", new { payload = "BUY:1" })).Status);
        Assert.Equal(409, (await host.DoAsync("anna", "quick-reply", new { title = "Sì" })).Status);
        Assert.Equal(409, (await host.DoAsync("anna", "tap", new { title = "Vendi" })).Status);
    }

    [Fact]
    public async Task A_quick_reply_is_a_message_with_its_payload()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SendAsync(psid, new { text = "Sicura?", quick_replies = new[] { Reply("Sì", "YES"), Reply("No", "NO") } });
        await host.Bot.NextAsync("message");
        await host.DoAsync("anna", "quick-reply", new { title = "No" });
        var message = (await host.Bot.NextAsync("message")).Event.GetProperty("message");
        Assert.Equal("No", message.GetProperty("text").GetString());
        Assert.Equal("NO", message.GetProperty("quick_reply").GetProperty("payload").GetString());
    }

    [Fact]
    public async Task The_email_quick_reply_offers_the_shoppers_own()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SendAsync(psid, new { text = "E-mail?", quick_replies = new[] { new { content_type = "user_email" } } });
        await host.Bot.NextAsync("message");
        await host.DoAsync("anna", "quick-reply", new { title = "anna@example.com" });
        var message = (await host.Bot.NextAsync("message")).Event.GetProperty("message");
        Assert.Equal("anna@example.com", message.GetProperty("text").GetString());
        Assert.Equal("anna@example.com", message.GetProperty("quick_reply").GetProperty("payload").GetString());
    }

    [Fact]
    public async Task A_link_concerns_the_shopper_alone()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SendAsync(psid, Cards());
        var (_, done) = await host.DoAsync("anna", "tap", new { title = "Apri" });
        Assert.Equal("web_url", done.GetProperty("kind").GetString());
        Assert.Equal("https://a.example/1", done.GetProperty("url").GetString());
        Assert.Equal(2, (await host.TranscriptAsync("anna")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task Get_Started_greeting_and_menu_are_what_the_bot_wrote()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna Rossi", "it_IT");
        await host.WelcomeAsync("bob", "Bob", "en_US");
        Assert.Equal(409, (await host.DoAsync("anna", "get-started")).Status);
        var (status, result) = await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", Profile());
        Assert.Equal(200, status);
        Assert.Equal("success", result.GetProperty("result").GetString());

        await host.DoAsync("anna", "get-started");
        Assert.Equal("START", (await host.Bot.NextAsync("postback")).Event.GetProperty("postback").GetProperty("payload").GetString());
        await host.DoAsync("anna", "menu", new { title = "Carrello" });
        Assert.Equal("CART", (await host.Bot.NextAsync("postback")).Event.GetProperty("postback").GetProperty("payload").GetString());
        Assert.Equal(409, (await host.DoAsync("bob", "menu", new { title = "Carrello" })).Status);
        Assert.Equal(200, (await host.DoAsync("bob", "menu", new { title = "Cart" })).Status);
    }

    [Fact]
    public async Task The_profile_can_be_read_and_deleted()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", Profile());
        var (_, read) = await host.GraphAsync(HttpMethod.Get, "me/messenger_profile?fields=get_started,greeting");
        Assert.Equal("START", read.GetProperty("data")[0].GetProperty("get_started").GetProperty("payload").GetString());
        Assert.Equal(
            400, (await host.GraphAsync(HttpMethod.Delete, "me/messenger_profile", new { fields = new[] { "get_started" } })).Status);
        Assert.Equal(200, (await host.GraphAsync(HttpMethod.Delete, "me/messenger_profile", new { fields = Fields })).Status);
        (_, read) = await host.GraphAsync(HttpMethod.Get, "me/messenger_profile?fields=get_started");
        Assert.Equal(0, read.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task The_profile_takes_ten_calls_in_ten_minutes_when_that_is_switched_on()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.SwitchAsync(new { limitProfileCalls = true });
        for (var i = 0; i < 10; i++)
            Assert.Equal(200, (await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", Profile())).Status);
        SendApiTests.AssertError(await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", Profile()), 400, 613);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(200, (await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", Profile())).Status);
    }

    [Fact]
    public async Task A_person_has_a_name_and_a_language_unless_Meta_does_not_tell()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var path = $"{psid}?fields=first_name,last_name,profile_pic,locale";
        var (_, anna) = await host.GraphAsync(HttpMethod.Get, path);
        Assert.Equal("Anna", anna.GetProperty("first_name").GetString());
        Assert.Equal("Rossi", anna.GetProperty("last_name").GetString());
        Assert.Equal("it_IT", anna.GetProperty("locale").GetString());
        Assert.Equal(psid, anna.GetProperty("id").GetString());

        await host.SwitchAsync(new { profile = "empty" });
        Assert.Empty((await host.GraphAsync(HttpMethod.Get, path)).Json.EnumerateObject());
        await host.SwitchAsync(new { profile = "unavailable" });
        SendApiTests.AssertError(await host.GraphAsync(HttpMethod.Get, path), 400, 100, 2018218);
        SendApiTests.AssertError(await host.GraphAsync(HttpMethod.Get, "999"), 400, 100, 33);
    }

    [Fact]
    public async Task A_slow_profile_comes_after_its_delay()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SwitchAsync(new { profileDelayMilliseconds = 3000 });
        var slow = host.GraphAsync(HttpMethod.Get, psid);
        await host.Clock.PassAsync(TimeSpan.FromSeconds(3));
        Assert.Equal("Anna", (await slow).Json.GetProperty("first_name").GetString());
    }

    [Fact]
    public async Task A_forged_payload_and_any_event_can_be_sent_by_a_test()
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.DoAsync("anna", "postback", new { title = "Compra ora", payload = "BUY:1:price=1" });
        Assert.Equal(
            "BUY:1:price=1", (await host.Bot.NextAsync("postback")).Event.GetProperty("postback").GetProperty("payload").GetString());
        await host.DoAsync("anna", "event", new { messaging = new { reaction = new { emoji = "❤", action = "react" } } });
        Assert.Equal("❤", (await host.Bot.NextAsync("reaction")).Event.GetProperty("reaction").GetProperty("emoji").GetString());
        await host.DoAsync("anna", "like");
        var sticker = (await host.Bot.NextAsync("message")).Event.GetProperty("message").GetProperty("attachments")[0];
        Assert.Equal(369239263222822, sticker.GetProperty("payload").GetProperty("sticker_id").GetInt64());
    }

    [Fact]
    public async Task A_restart_forgets_what_was_said_but_not_who_said_it()
    {
        var folder = Directory.CreateTempSubdirectory("messenger-").FullName;
        string psid;
        await using (var host = await MessengerHost.StartAsync(folder))
        {
            psid = await host.WelcomeAsync("anna", "Anna Rossi", "it_IT");
            await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", Profile());
            await host.DoAsync("anna", "say", new { text = "parola segreta" });
        }

        await using (var host = await MessengerHost.StartAsync(folder))
        {
            Assert.Equal(200, (await host.SendAsync(psid, new { text = "Bentornata" })).Status);
            var said = await host.TranscriptAsync("anna");
            Assert.Equal("Bentornata", said.GetProperty("entries")[0].GetProperty("text").GetString());
            Assert.Equal(200, (await host.DoAsync("anna", "menu", new { title = "Carrello" })).Status);
        }

        Assert.DoesNotContain(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories),
            f => File.ReadAllText(f).Contains("segreta", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("../x", null)]
    [InlineData("anna", "italian")]
    public async Task A_shopper_needs_a_proper_name_and_language(string user, string? locale)
    {
        await using var host = await MessengerHost.StartAsync();
        using var content = new StringContent(
            JsonSerializer.Serialize(new { user, locale }), System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync("/simulator/messenger/shoppers", content, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    private static object Reply(string title, string payload) => new { content_type = "text", title, payload };

    private static object Cards() => new
    {
        attachment = new
        {
            type = "template",
            payload = new
            {
                template_type = "generic",
                elements = new[] { 1, 2 }.Select(n => new
                {
                    title = $"Moka {n}",
                    subtitle = "24,90 €",
                    buttons = new object[]
                    {
                        new { type = "postback", title = "Compra ora", payload = $"BUY:{n}" },
                        new { type = "web_url", title = "Apri", url = $"https://a.example/{n}" },
                    },
                }),
            },
        },
    };

    private static object Profile() => new
    {
        get_started = new { payload = "START" },
        greeting = new[] { new { locale = "default", text = "Hi {{user_first_name}}" } },
        persistent_menu = new[]
        {
            new { locale = "default", call_to_actions = new[] { new { type = "postback", title = "Cart", payload = "CART" } } },
            new { locale = "it_IT", call_to_actions = new[] { new { type = "postback", title = "Carrello", payload = "CART" } } },
        },
    };
}
