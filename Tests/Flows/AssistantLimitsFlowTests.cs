using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What a language model may cost: calls a day, and patience with one that fails.</summary>
public sealed class AssistantLimitsFlowTests
{
    [Fact]
    public async Task Without_settings_no_model_is_ever_asked()
    {
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });
        var model = new AssistantControl(shop);
        var lia = await Chat.OpenAsync(shop, "lia");
        await lia.GetStartedAsync();
        foreach (var sentence in model.Unsure.Take(3))
            Assert.Contains(AssistantControl.UnsureReply, Assert.Single(await lia.SayAsync(sentence)).Words, StringComparison.Ordinal);
        Assert.Empty(await model.RequestsAsync());
        Assert.Equal(0, shop.Count("outbox WHERE kind = 'assistant'"));
        Assert.Equal(0, shop.Count("timer WHERE name = 'assistant'"));
    }

    [Fact]
    public async Task A_day_has_so_many_calls_also_when_the_shop_restarts_and_the_next_day_has_them_again()
    {
        await using var shop = await ShopHost.StartAsync(AssistantControl.Options("Assistant:DailyBudget=2"));
        var model = new AssistantControl(shop);
        await model.AnswerAsync("order-status");
        var lia = await Chat.OpenAsync(shop, "lia");
        await lia.GetStartedAsync();
        await SayAsync(lia, model.Unsure[0], "Non hai ancora ordini");
        await shop.RestartAsync();
        await SayAsync(lia, model.Unsure[1], "Non hai ancora ordini");
        await SayAsync(lia, model.Unsure[2], AssistantControl.UnsureReply);
        await shop.RestartAsync();
        await SayAsync(lia, model.Unsure[3], AssistantControl.UnsureReply);
        Assert.Equal(2, (await model.RequestsAsync()).Count);
        Assert.Contains(shop.Log.Lines, line => line.Message.Contains("Assistant:DailyBudget is used up", StringComparison.Ordinal));

        await shop.StepAsync(TimeSpan.FromHours(24));
        await SayAsync(lia, model.Unsure[4], "Non hai ancora ordini");
        Assert.Equal(3, (await model.RequestsAsync()).Count);
    }

    [Fact]
    public async Task Two_conversations_never_share_the_last_call_of_a_day()
    {
        await using var shop = await ShopHost.StartAsync(AssistantControl.Options("Assistant:DailyBudget=3"));
        var model = new AssistantControl(shop);
        await model.AnswerAsync("order-status");
        var people = new List<Chat>();
        for (var i = 0; i < 8; i++)
        {
            people.Add(await Chat.OpenAsync(shop, $"lia{i}"));
            await people[i].GetStartedAsync();
        }

        await Task.WhenAll(people.Select(chat => chat.SendAsync("say", new { text = model.Unsure[0] })));
        var answered = 0;
        foreach (var chat in people)
            answered += Assert.Single(await chat.HearAsync()).Words.Contains("Non hai ancora ordini", StringComparison.Ordinal) ? 1 : 0;
        Assert.Equal(3, answered);
        Assert.Equal(3, (await model.RequestsAsync()).Count);
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_asked_no_more_for_a_minute()
    {
        await using var shop = await ShopHost.StartAsync(AssistantControl.Options());
        var model = new AssistantControl(shop);
        await model.SetAsync(new { fault = "server-error" });
        var lia = await Chat.OpenAsync(shop, "lia");
        await lia.GetStartedAsync();
        foreach (var sentence in model.Unsure.Take(7))
            await SayAsync(lia, sentence, AssistantControl.UnsureReply);
        Assert.Equal(5, (await model.RequestsAsync()).Count);

        await model.AnswerAsync("order-status");
        await shop.StepAsync(TimeSpan.FromSeconds(61));
        await SayAsync(lia, model.Unsure[7], "Non hai ancora ordini");
        await SayAsync(lia, model.Unsure[0], "Non hai ancora ordini");
        Assert.Equal(7, (await model.RequestsAsync()).Count);
    }

    private static async Task SayAsync(Chat chat, string sentence, string answer) =>
        Assert.Contains(answer, Assert.Single(await chat.SayAsync(sentence)).Words, StringComparison.Ordinal);
}
