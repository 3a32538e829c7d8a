using CommerceBot.Runtime;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>A language model that takes its time: who speaks meanwhile, what comes too late, and a shop that dies in between.</summary>
public sealed class AssistantTimingFlowTests : IAsyncLifetime
{
    private ShopHost _shop = null!;
    private AssistantControl _model = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await ShopHost.StartAsync(AssistantControl.Options());
        _model = new AssistantControl(_shop);
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_model_that_takes_longer_than_four_seconds_is_waited_for_no_longer()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(3.9));
        Assert.DoesNotContain(AssistantControl.UnsureReply, await lia.TranscriptAsync(), StringComparison.Ordinal);
        await _shop.JumpAsync(TimeSpan.FromSeconds(0.2));
        Assert.Contains(AssistantControl.UnsureReply, Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
        await _shop.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(await lia.HearAsync());
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_usual_offer_changes_nothing()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4.1));
        Assert.Contains(AssistantControl.UnsureReply, Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
        await _model.AppendAnswerAsync(RowKind.Answer);
        Assert.Empty(await lia.HearAsync());
    }

    [Fact]
    public async Task Nobody_outside_can_answer_in_the_place_of_the_model()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await _model.AppendAnswerAsync(RowKind.Message, settle: false);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4.1));
        Assert.Contains(AssistantControl.UnsureReply, Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_message_is_answered_and_the_answer_to_the_older_one_is_void()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await lia.SendAsync("say", new { text = "carrello" });
        await AssistantControl.SeeAsync(lia, "Il carrello è vuoto", Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4.1));
        Assert.Contains("Il carrello è vuoto", Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_sentences_that_are_not_understood_the_newer_one_is_answered_once()
    {
        await _model.AnswerAsync("order-status", fault: "hang", times: 1);
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await lia.SendAsync("say", new { text = _model.Unsure[1] });
        await _model.WaitForAsync(2, Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4.1));
        Assert.Contains("Non hai ancora ordini", Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
        await _shop.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await lia.HearAsync());
    }

    [Fact]
    public async Task An_answer_to_an_older_sentence_is_never_given_to_the_newer_one()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await lia.SendAsync("say", new { text = _model.Unsure[1] });
        await _model.WaitForAsync(2, Stop);
        await _model.AppendAnswerAsync(RowKind.Answer, oldest: true, settle: false);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4.1));
        Assert.Contains(AssistantControl.UnsureReply, Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_sent_behind_a_question_take_it_not_back()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await lia.SendAsync("say", new { text = "grazie" });
        await AssistantControl.SeeAsync(lia, "Grazie a te", Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4.1));
        Assert.Collection(
            await lia.HearAsync(),
            thanks => Assert.Contains("Grazie a te", thanks.Words, StringComparison.Ordinal),
            offer => Assert.Contains(AssistantControl.UnsureReply, offer.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dots_are_shown_while_the_model_thinks()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(1));
        await Eventually.SeeAsync(
            async () => await lia.SeesTypingAsync() ? "dots" : null, TimeSpan.FromMinutes(1), () => "no dots", Stop);
        await _shop.JumpAsync(TimeSpan.FromSeconds(4));
        Assert.Single(await lia.HearAsync());
    }

    [Fact]
    public async Task A_shop_that_dies_while_the_model_thinks_still_answers_once()
    {
        await _model.AnswerAsync("order-status", fault: "hang", times: 1);
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        await _shop.CrashAsync(settle: false);
        Assert.Contains("Non hai ancora ordini", Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
        await _shop.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await lia.HearAsync());
    }

    [Fact]
    public async Task A_shop_that_was_down_when_the_time_ended_gives_the_usual_answer_and_asks_nobody()
    {
        await _model.SetAsync(new { fault = "hang" });
        var lia = await _model.StartAsync("lia");
        await lia.SendAsync("say", new { text = _model.Unsure[0] });
        await _model.WaitForAsync(1, Stop);
        _shop.Time.Set(TimeSpan.FromMinutes(5));
        await _shop.CrashAsync(settle: false);
        Assert.Contains(AssistantControl.UnsureReply, Assert.Single(await lia.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Single(await _model.RequestsAsync());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
