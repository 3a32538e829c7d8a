using System.Net.ServerSentEvents;
using System.Text.Json;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

public sealed class ChatPageTests
{
    [Fact]
    public async Task The_page_and_everything_it_loads_come_from_the_assembly()
    {
        await using var host = await MessengerHost.StartAsync();
        using var answer = await host.Http.GetAsync("/chat?user=anna", TestContext.Current.CancellationToken);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        string[] files =
        [
            "chat.css",
            "cards.css",
            "index.css",
            "chat.js",
            "api.js",
            "cards.js",
            "composer.js",
            "sidebar.js",
            "dom.js",
            "index.js",
            "menu.js",
            "receipt.js",
            "replies.js",
            "steady.js",
            "stream.js",
            "transcript.js",
            "web.js",
            "welcome.js",
            "words.js",
            "icon.svg",
            "like.svg",
        ];
        foreach (var file in files)
            Assert.Equal(200, (int)(await host.Http.GetAsync($"/chat/{file}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains(
            "Who goes shopping", await host.Http.GetStringAsync("/chat", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await host.Http.GetAsync("/chat/simulator.json", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_open_page_is_told_what_happens()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await using var events = await OpenAsync(host, "anna");
        var state = await NextAsync(events, "state");
        Assert.Equal("Bottega Aurora", state.Json.GetProperty("pageName").GetString());
        Assert.True(state.Json.GetProperty("started").GetBoolean());
        Assert.Equal("Ciao", (await NextAsync(events, "entry")).Json.GetProperty("text").GetString());

        await host.GraphAsync(HttpMethod.Post, "me/messages", new { recipient = new { id = psid }, sender_action = "typing_on" });
        while (!(await NextAsync(events, "typing")).Json.GetProperty("on").GetBoolean())
        {
        }

        await host.SendAsync(psid, new { text = "Buongiorno" });
        Assert.Equal("Buongiorno", (await NextAsync(events, "entry")).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_page_that_comes_back_is_told_only_what_it_missed()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        string id;
        await using (var events = await OpenAsync(host, "anna"))
            id = (await NextAsync(events, "entry")).Id!;
        await host.SendAsync(psid, new { text = "while you were away" });
        await using var again = await OpenAsync(host, "anna", id);
        Assert.Equal("while you were away", (await NextAsync(again, "entry")).Json.GetProperty("text").GetString());
        await using var stranger = await OpenAsync(host, "anna", "other.7");
        Assert.Equal("Ciao", (await NextAsync(stranger, "entry")).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_greeting_speaks_to_the_shopper_in_their_language()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna Rossi", "it_IT");
        await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", new
        {
            greeting = new[]
            {
                new { locale = "default", text = "Hi {{user_first_name}}!" },
                new { locale = "it_IT", text = "Ciao {{user_full_name}}!" },
            },
        });
        await using var events = await OpenAsync(host, "anna");
        var state = await NextAsync(events, "state");
        Assert.Equal("Ciao Anna Rossi!", state.Json.GetProperty("greeting").GetString());
        Assert.False(state.Json.GetProperty("started").GetBoolean());
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_end_of_the_program()
    {
        var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        await using var events = await OpenAsync(host, "anna");
        await NextAsync(events, "typing");
        await host.DisposeAsync().AsTask().WaitAsync(TestTimeouts.Hang, TestContext.Current.CancellationToken);
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync(MessengerHost host, string user, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/simulator/messenger/shoppers/{user}/events");
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        var answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stream = await answer.Content.ReadAsStreamAsync();
        return SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    private static async Task<(string? Id, JsonElement Json)> NextAsync(IAsyncEnumerator<SseItem<string>> events, string kind)
    {
        do
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TestTimeouts.Hang));
        }
        while (events.Current.EventType != kind);

        return (events.Current.EventId, JsonDocument.Parse(events.Current.Data).RootElement);
    }
}
