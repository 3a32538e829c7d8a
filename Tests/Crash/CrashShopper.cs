using System.Text.Json;
using CommerceBot.Tests.Support;
using CommerceBot.Tests.EndToEnd;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>Buys one thing and does not give up while the shop dies and comes back.</summary>
internal sealed class CrashShopper(CrashTestEnvironment environment, string user, string request, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ShopperHabits _habits = new(Person.Anna, [request], new Random(seed));
    private string _address = "";
    private long _done;

    public string User => user;

    public string Psid { get; private set; } = "";

    /// <summary>How many things were said, tapped and paid so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The order numbers of all receipts, once <see cref="RememberAsync"/> was asked for them.</summary>
    public IReadOnlyList<string> Receipts { get; private set; } = [];

    /// <summary>Messages that came more than once.</summary>
    public IReadOnlyList<string> Repeated { get; private set; } = [];

    public async Task BuyAsync()
    {
        var welcome = await environment.PostAsync("/simulator/messenger/shoppers", new { user, name = $"{user} Rossi", locale = "it_IT" });
        Psid = welcome!.Value.GetProperty("psid").GetString()!;
        _address = $"/simulator/messenger/shoppers/{user}";
        await Eventually.SeeAsync(() => BeginAsync(), Patience, environment.WhatTheBotSaid, Cancel);
        await Eventually.SeeAsync(
            () => LookAsync(), Patience,
            () => $"{user} got no receipt after {Steps} steps. The bot said: {environment.WhatTheBotSaid()}", Cancel);
    }

    /// <summary>Looks through the whole conversation.</summary>
    public async Task RememberAsync()
    {
        var utterance = ChatMessage.In(await TranscriptAsync());
        Receipts = [.. utterance.Select(one => one.Receipt).OfType<string>()];
        Repeated =
        [
            .. utterance
                .Where(one => one.Id is not null)
                .GroupBy(one => one.Id)
                .Where(same => same.Count() > 1)
                .Select(same => $"{same.Key}: {same.First().Text}"),
        ];
    }

    /// <summary>The whole conversation, for a message.</summary>
    public async Task<string> TellAsync() => string.Join(
        Environment.NewLine,
        (await TranscriptAsync()).GetProperty("entries").EnumerateArray().Select(entry => entry.GetRawText()));

    /// <summary>Refused until the bot has written its Get Started button.</summary>
    private async Task<object?> BeginAsync()
    {
        if (await environment.PostAsync($"{_address}/get-started", new { }) is null)
            return null;
        Steps++;
        return this;
    }

    private async Task<object?> LookAsync()
    {
        var utterance = ChatMessage.In(await TranscriptAsync());
        if (utterance.Any(one => one.Receipt is not null))
            return this;
        foreach (var one in utterance.Where(one => one.Seq > _done).Reverse())
        {
            if (_habits.About(one) is not { } step)
                continue;
            _done = utterance[^1].Seq;
            await DoAsync(step);
            Steps++;
            break;
        }

        return null;
    }

    /// <summary>A quick reply that is no longer shown is refused; the shop's next words will ask again.</summary>
    private Task<JsonElement?> DoAsync(Step step) => step switch
    {
        Step.Say say => environment.PostAsync($"{_address}/say", new { text = say.Text }),
        Step.Tap tap => environment.PostAsync($"{_address}/tap", new { payload = tap.Payload }),
        Step.QuickReply reply => environment.PostAsync($"{_address}/quick-reply", new { payload = reply.Payload }),
        Step.Pay pay => environment.PostAsync($"/simulator/stripe/control/sessions/{pay.Session}/pay", new { card = "success" }),
        _ => throw new InvalidOperationException($"Nobody knows how to {step}."),
    };

    private Task<JsonElement> TranscriptAsync() => environment.GetAsync($"{_address}/transcript");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
