using System.Text.Json;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Shoppers;

/// <summary>A shopper's hands on the phone.</summary>
internal sealed class Chat(TwoProcesses environment, string user, string name, bool twice)
{
    private readonly List<ChatMessage> _utterance = [];
    private long _seq;

    private string Address => $"/simulator/messenger/shoppers/{user}";

    /// <summary>All that the shop said so far, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages => _utterance;

    /// <summary>False while the bot has not written its Get Started button.</summary>
    public async Task<bool> BeginAsync()
    {
        await environment.PostAsync("/simulator/messenger/shoppers", new { user, name, locale = "it_IT" });
        return await environment.PostAsync($"{Address}/get-started", new { }) is not null;
    }

    public async Task ListenAsync()
    {
        var transcript = await environment.GetAsync($"{Address}/transcript?after={_seq}");
        foreach (var entry in transcript.GetProperty("entries").EnumerateArray())
            _seq = Math.Max(_seq, entry.GetProperty("seq").GetInt64());
        _utterance.AddRange(EndToEnd.ChatMessage.In(transcript));
    }

    /// <summary>The whole conversation, for whoever looks into it.</summary>
    public async Task<string> TellAsync() =>
        string.Join(
            '\n',
            (await environment.GetAsync($"{Address}/transcript")).GetProperty("entries").EnumerateArray()
                .Select(entry => entry.GetRawText()));

    public Task SayAsync(string text) => environment.PostAsync($"{Address}/say", new { text });

    /// <summary>A button in a message, old ones too.</summary>
    public Task TapAsync(string payload) => TouchAsync("tap", payload);

    /// <summary>Only under the last message: one that is gone is refused, and the shop's next words will ask again.</summary>
    public Task QuickReplyAsync(string payload) => TouchAsync("quick-reply", payload);

    private async Task TouchAsync(string what, string payload)
    {
        Task<JsonElement?>[] touches =
        [
            .. Enumerable.Range(0, twice ? 2 : 1).Select(_ => environment.PostAsync($"{Address}/{what}", new { payload })),
        ];
        await Task.WhenAll(touches);
    }
}
