using CommerceBot.Bots;
using CommerceBot.Chats;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Tests.Channels.Connector;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Chat = CommerceBot.Tests.Flows.Support.Chat;

namespace CommerceBot.Tests.Flows;

/// <summary>A person in the chat, in shops that are set up otherwise.</summary>
public sealed class ChatHostFlowTests
{
    [Fact]
    public async Task Outside_the_support_hours_the_shopper_is_told_when_somebody_is_back()
    {
        await using var host = await ShopHost.StartAsync(new ShopHostOptions { Settings = ["Support:Hours=Tue-Fri 09:00-18:00"] });
        await DeskPeople.AddAsync(host, DeskRole.Owner);
        var chat = await Chat.OpenAsync(host, "anna");
        Assert.Contains(
            "Adesso non c'è nessuno: tornano martedì 24 novembre alle 09:00.",
            string.Join('\n', await chat.SayAsync("vorrei parlare con una persona")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_at_the_desk_the_contacts_are_shown_as_ever()
    {
        await using var host = await ShopHost.StartAsync();
        var chat = await Chat.OpenAsync(host, "anna");
        Assert.Contains("ti risponde una persona del negozio", string.Join('\n', await chat.SayAsync("persona")), StringComparison.Ordinal);
        await chat.SayAsync("xqzt wvrk plmf");
        Assert.DoesNotContain("ho chiamato", string.Join('\n', await chat.SayAsync("brmf qqwz xrtk")), StringComparison.Ordinal);
        Assert.Equal(0, host.Count("chat"));
    }

    [Fact]
    public async Task A_turn_that_runs_twice_answers_takes_and_mails_once()
    {
        var failed = new HashSet<string>();
        await using var host = await ShopHost.StartAsync(new ShopHostOptions
        {
            Bot = all => new FailsAtFirst(ActivatorUtilities.CreateInstance<ShopBot>(all), failed),
        });
        var nora = await DeskPeople.AddAsync(host, DeskRole.Owner, "Nora Neri");
        var chat = await Chat.OpenAsync(host, "anna");
        await chat.SendAsync("say", new { text = "persona" });
        await host.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(["persona"], failed);
        Assert.Equal((1, 1), (host.Count("chat"), host.Count("mail WHERE kind = 'merchant.Chat'")));
        await chat.HearAsync();

        var answering = host.Get<DeskCommands>().SendAsync(
            ChatLanes.Of(host, chat), ChatCommands.Answer, new ChatCommand(nora.Id, nora.Name, 0) { Text = "Eccomi" }, Ticket.New(),
            CancellationToken.None);
        await host.StepUntilAsync(answering, TimeSpan.FromSeconds(1));
        Assert.Equal("answered", (await answering)?.Code);
        Assert.Equal(2, failed.Count);
        Assert.Equal(["Ora ti risponde Nora del negozio.", "Eccomi"], (await chat.HearAsync()).Select(reply => reply.Words));
        Assert.Equal(1, host.Count("audit_event WHERE action = 'chat.answered'"));
        Assert.Equal(1, host.Count("timer WHERE name = 'chat'"));
    }

    [Fact]
    public async Task The_same_works_in_the_Emulator()
    {
        await using var host = await ShopHost.StartAsync();
        var nora = await DeskPeople.AddAsync(host, DeskRole.Owner, "Nora Neri");
        await using var emulator = await FakeChannel.EmulatorAsync();
        await SayAsync("a1", "talk to a person");
        var lane = new LaneId(host.Text("SELECT lane FROM chat")!);
        Assert.StartsWith("emulator", lane.Value, StringComparison.Ordinal);
        emulator.Calls.Clear();
        await host.Get<DeskCommands>().SendAsync(
            lane, ChatCommands.Answer, new ChatCommand(nora.Id, nora.Name, 0) { Text = "Here I am" }, Ticket.New(), CancellationToken.None);
        await host.SettleAsync();
        Assert.Contains(emulator.Calls, call => call.Body.GetRawText().Contains("Here I am", StringComparison.Ordinal));
        await SayAsync("a2", "cart");
        Assert.DoesNotContain(emulator.Calls, call => call.Body.GetRawText().Contains("cart", StringComparison.OrdinalIgnoreCase));
        var details = await host.Get<IChatQueries>().FindAsync(1, CancellationToken.None);
        Assert.Equal("cart", details!.Lines[^1].Message.Text);

        async Task SayAsync(string id, string text)
        {
            emulator.Calls.Clear();
            await FakeChannel.PostAsync(host, emulator.Activity(id, text));
            await host.SettleAsync();
        }
    }

    /// <summary>Every turn that a test waits for throws once, when it has done all of its work.</summary>
    private sealed class FailsAtFirst(IBot bot, HashSet<string> failed) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await bot.OnTurnAsync(turnContext, cancellationToken);
            var activity = turnContext.Activity;
            if ((activity.Type == ActivityTypes.Invoke ? activity.Name : activity.Text) is { } what && failed.Add(what))
                throw new InvalidOperationException("The first run of this turn comes to nothing.");
        }
    }
}
