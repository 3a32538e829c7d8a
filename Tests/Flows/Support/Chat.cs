using System.Net.Http.Json;
using System.Text.Json;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>
/// One shopper with a phone in hand. Everything goes through the Messenger simulator, and each act ends when the shop is
/// at rest.
/// </summary>
internal sealed class Chat
{
    private readonly ShopHost _host;
    private long _seen;

    private Chat(ShopHost host, string user, string psid)
    {
        _host = host;
        User = user;
        Psid = psid;
    }

    public string User { get; }

    public string Psid { get; }

    /// <summary>What the bot said since the last act.</summary>
    public IReadOnlyList<BotReply> Replies { get; private set; } = [];

    public BotReply Last => Replies.Count > 0 ? Replies[^1] : throw new InvalidOperationException($"The bot said nothing to {User}.");

    /// <summary>The link of the last tap, when it was one.</summary>
    public Uri? Link { get; private set; }

    public static async Task<Chat> OpenAsync(ShopHost host, string user, string? name = null, string locale = "it_IT")
    {
        using var answer = await host.Simulators.PostAsJsonAsync("/simulator/messenger/shoppers", new { user, name, locale });
        answer.EnsureSuccessStatusCode();
        var psid = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("psid").GetString()!;
        var chat = new Chat(host, user, psid);
        // Whoever comes back to a chat has read what stands there.
        if (await chat.EntriesAsync(0) is [.., var last])
            chat._seen = last.GetProperty("seq").GetInt64();
        return chat;
    }

    public Task<IReadOnlyList<BotReply>> SayAsync(string text) => ActAsync("say", new { text });

    public Task<IReadOnlyList<BotReply>> GetStartedAsync() => ActAsync("get-started");

    public Task<IReadOnlyList<BotReply>> MenuAsync(string title) => ActAsync("menu", new { title });

    public Task<IReadOnlyList<BotReply>> ChooseAsync(string title) => ActAsync("quick-reply", new { title });

    public Task<IReadOnlyList<BotReply>> LikeAsync() => ActAsync("like");

    /// <summary>A postback that no button offers.</summary>
    public Task<IReadOnlyList<BotReply>> ForgeAsync(string payload, string title = "?") => ActAsync("postback", new { title, payload });

    /// <summary>Taps the newest button of that title; <paramref name="onCard"/> names the card it is on.</summary>
    public async Task<IReadOnlyList<BotReply>> TapAsync(string title, string? onCard = null)
    {
        if (onCard is null)
            await SendAsync("tap", new { title });
        else
            await TapWithoutWaitingAsync(title, onCard);
        return await HearAsync();
    }

    public async Task TapWithoutWaitingAsync(string title, string onCard)
    {
        var (mid, element) = await FindCardAsync(onCard, title);
        await SendAsync("tap", new { title, mid, element });
    }

    /// <summary>Says or taps something and does not wait for what comes of it.</summary>
    public async Task SendAsync(string verb, object? body = null)
    {
        var uri = $"/simulator/messenger/shoppers/{User}/{verb}";
        using var answer = await _host.Simulators.PostAsJsonAsync(uri, body ?? new { });
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{User} cannot {verb} {JsonSerializer.Serialize(body)}: {text}\n{await TranscriptAsync()}");
        Link = text.Length > 0 && BotReply.Read(JsonElement.Parse(text), "url") is { } url ? new Uri(url) : null;
    }

    /// <summary>What came since the last look, whatever made the bot speak.</summary>
    public async Task<IReadOnlyList<BotReply>> HearAsync()
    {
        await _host.SettleAsync();
        var entries = await EntriesAsync(_seen);
        if (entries.Count > 0)
            _seen = entries[^1].GetProperty("seq").GetInt64();
        return Replies = [.. entries.Where(entry => entry.GetProperty("from").GetString() == "page").Select(BotReply.Of)];
    }

    /// <summary>Whether the dots of somebody who types are shown.</summary>
    public async Task<bool> SeesTypingAsync() =>
        (await _host.Simulators.GetFromJsonAsync<JsonElement>($"/simulator/messenger/shoppers/{User}/transcript"))
            .GetProperty("typing").GetBoolean();

    /// <summary>All that the bot ever said here.</summary>
    public async Task<IReadOnlyList<BotReply>> EverythingAsync() =>
        [.. (await EntriesAsync(0)).Where(entry => entry.GetProperty("from").GetString() == "page").Select(BotReply.Of)];

    /// <summary>The whole conversation, one line an entry.</summary>
    public async Task<string> TranscriptAsync() =>
        string.Join('\n', (await EntriesAsync(0)).Select(entry => entry.GetProperty("from").GetString() == "page"
            ? $"    bot: {BotReply.Of(entry)}"
            : $"    {User}: {BotReply.Read(entry, "text")}{(BotReply.Read(entry, "payload") is { } payload ? $" ({payload})" : "")}"));

    private async Task<IReadOnlyList<BotReply>> ActAsync(string verb, object? body = null)
    {
        await SendAsync(verb, body);
        return await HearAsync();
    }

    private async Task<(string Mid, int Element)> FindCardAsync(string card, string button)
    {
        foreach (var entry in (await EntriesAsync(0)).Reverse().Where(entry => entry.GetProperty("from").GetString() == "page"))
        {
            var reply = BotReply.Of(entry);
            for (var i = 0; i < reply.Cards.Count; i++)
            {
                if (reply.Cards[i].Title.Contains(card, StringComparison.OrdinalIgnoreCase)
                    && reply.Cards[i].Buttons.Any(each => each.Title == button))
                    return (reply.Mid, i);
            }
        }

        throw new InvalidOperationException($"{User} sees no card '{card}' with a button '{button}'.\n{await TranscriptAsync()}");
    }

    private async Task<IReadOnlyList<JsonElement>> EntriesAsync(long after)
    {
        var transcript = await _host.Simulators.GetFromJsonAsync<JsonElement>(
            $"/simulator/messenger/shoppers/{User}/transcript?after={after}");
        return [.. transcript.GetProperty("entries").EnumerateArray()];
    }
}
