using System.Text.Json;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>Stickers, reactions and personas: what a Page may send beside words and cards.</summary>
public sealed class SendMoreTests
{
    private const long Cat = 767226160478561;

    [Fact]
    public async Task A_sticker_is_shown_and_comes_back_as_an_echo()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        foreach (
            var message in (object[])[new { sticker_id = Cat }, new { sticker_id = $"{Cat}" },
            new { attachment = new { type = "sticker", payload = new { sticker_id = Cat } } }])
        {
            var (status, sent) = await host.SendAsync(psid, message);
            Assert.Equal(200, status);
            var echo = (await host.Bot.NextAsync("message")).Event.GetProperty("message");
            Assert.Equal(sent.GetProperty("message_id").GetString(), echo.GetProperty("mid").GetString());
            var sticker = echo.GetProperty("attachments")[0];
            Assert.Equal(("sticker", Cat),
                (sticker.GetProperty("type").GetString(), sticker.GetProperty("payload").GetProperty("sticker_id").GetInt64()));
        }
    }

    [Fact]
    public async Task A_sticker_goes_alone_and_has_a_number()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        foreach (
            var message in (object[])[new { sticker_id = "cat" }, new { sticker_id = 0 }, new { sticker_id = Cat, text = "a" },
            new { attachment = new { type = "sticker", payload = new { } } }])
            Assert.Equal(400, (await host.SendAsync(psid, message)).Status);
        Assert.Equal(1, (await host.TranscriptAsync("anna")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task The_page_reacts_to_what_was_said_and_takes_it_back()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var mid = (await host.TranscriptAsync("anna")).GetProperty("entries")[0].GetProperty("mid").GetString()!;
        foreach (var emoji in (string[])["❤️", "😊", "👍🏽"])
        {
            Assert.Equal(200, (await ReactAsync(host, psid, "react", new { message_id = mid, reaction = emoji })).Status);
            Assert.Equal(emoji, await ReactionAsync(host));
        }
        Assert.Equal(200, (await ReactAsync(host, psid, "unreact", new { message_id = mid })).Status);
        Assert.Null(await ReactionAsync(host));
    }

    [Fact]
    public async Task A_reaction_needs_a_message_of_that_person_and_an_emoji()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var mid = (await host.TranscriptAsync("anna")).GetProperty("entries")[0].GetProperty("mid").GetString()!;
        var (_, sent) = await host.SendAsync(psid, new { text = "Ciao" });
        var own = sent.GetProperty("message_id").GetString();
        foreach (var (action, payload) in new (string, object?)[]
        {
            ("react", null), ("react", new { message_id = mid }), ("react", new { message_id = "m_none", reaction = "❤️" }),
            ("react", new { message_id = own, reaction = "❤️" }), ("react", new { message_id = mid, reaction = "love" }),
            ("react", new { message_id = mid, reaction = "❤️❤️" }), ("unreact", new { message_id = mid, reaction = "❤️" }),
                ("typing_on", new { message_id = mid }),
        })
        {
            var (status, answer) = await ReactAsync(host, psid, action, payload);
            Assert.True(status == 400, $"{action} {JsonSerializer.Serialize(payload)} was answered {status}");
            Assert.Equal(100, answer.GetProperty("error").GetProperty("code").GetInt32());
        }
        Assert.Null(await ReactionAsync(host));
    }

    [Fact]
    public async Task A_persona_is_made_speaks_and_goes()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        Assert.Equal(0, (await host.GraphAsync(HttpMethod.Get, "me/personas")).Json.GetProperty("data").GetArrayLength());
        var (status, made) = await host.GraphAsync(HttpMethod.Post, "me/personas",
            new { name = "Giulia B.", profile_picture_url = "https://shop.example/giulia.png" });
        Assert.Equal(200, status);
        var id = made.GetProperty("id").GetString()!;
        var listed = (await host.GraphAsync(HttpMethod.Get, $"{host.Secrets.FacebookPageId}/personas")).Json.GetProperty("data")[0];
        Assert.Equal((id, "Giulia B."), (listed.GetProperty("id").GetString(), listed.GetProperty("name").GetString()));
        Assert.Equal("https://shop.example/giulia.png", (await host.GraphAsync(HttpMethod.Get, id)).Json.GetProperty("profile_picture_url")
            .GetString());

        Assert.Equal(200, (await SpeakAsync(host, psid, id)).Status);
        var entries = (await host.TranscriptAsync("anna")).GetProperty("entries");
        Assert.Equal("Giulia B.", entries[1].GetProperty("persona").GetProperty("name").GetString());
        Assert.Equal(200,
            (await host.GraphAsync(HttpMethod.Post, "me/messages",
            new { recipient = new { id = psid }, sender_action = "typing_on", persona_id = id })).Status);

        Assert.True((await host.GraphAsync(HttpMethod.Delete, id)).Json.GetProperty("success").GetBoolean());
        Assert.Equal(400, (await host.GraphAsync(HttpMethod.Delete, id)).Status);
        Assert.Equal(400, (await host.GraphAsync(HttpMethod.Get, id)).Status);
        Assert.Equal(400, (await SpeakAsync(host, psid, id)).Status);
    }

    [Fact]
    public async Task A_persona_has_a_short_name_and_a_picture()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        foreach (var body in (object[])
        [
            new { name = "Giulia" }, new { profile_picture_url = "https://shop.example/g.png" },
            new { name = new string('x', 51), profile_picture_url = "https://shop.example/g.png" },
            new { name = "Giulia", profile_picture_url = "g.png" },
                new { name = "Giulia", profile_picture_url = "https://shop.example/g.png", age = 30 },
        ])
            Assert.Equal(400, (await host.GraphAsync(HttpMethod.Post, "me/personas", body)).Status);
        Assert.Equal(400, (await SpeakAsync(host, psid, "7000000000000000")).Status);
    }

    [Fact]
    public async Task Personas_outlive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("messenger-").FullName;
        string id;
        await using (var first = await MessengerHost.StartAsync(folder))
            id = (await first.GraphAsync(HttpMethod.Post, "me/personas",
                new { name = "Giulia", profile_picture_url = "https://shop.example/g.png" })).Json.GetProperty("id").GetString()!;
        await using (var second = await MessengerHost.StartAsync(folder))
            Assert.Equal("Giulia", (await second.GraphAsync(HttpMethod.Get, id)).Json.GetProperty("name").GetString());
        Directory.Delete(folder, recursive: true);
    }

    private static Task<(int Status, JsonElement Json)> SpeakAsync(MessengerHost host, string psid, string persona) => host.GraphAsync(
        HttpMethod.Post, "me/messages",
            new { recipient = new { id = psid }, messaging_type = "RESPONSE", message = new { text = "Ciao" }, persona_id = persona });

    private static Task<(int Status, JsonElement Json)> ReactAsync(MessengerHost host, string psid, string action, object? payload) =>
        host.GraphAsync(
        HttpMethod.Post, "me/messages",
        payload is null
            ? new { recipient = new { id = psid }, sender_action = action }
            : new { recipient = new { id = psid }, sender_action = action, payload });

    private static async Task<string?> ReactionAsync(MessengerHost host) =>
        (await host.TranscriptAsync("anna")).GetProperty("entries")[0].TryGetProperty("reaction", out var reaction) ? reaction.GetString()
            : null;
}
