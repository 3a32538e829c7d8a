using CommerceBot.Commands;
using CommerceBot.Runtime;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>What could not be handled or sent waits for the operator, who may have it tried again while the shop is open.</summary>
public sealed class DeadLetterTests
{
    [Fact]
    public async Task A_message_that_could_not_be_handled_is_handled_when_it_is_replayed()
    {
        var broken = false;
        await using var shop = await ShopHost.WithBotAsync((turn, cancellationToken) => Volatile.Read(ref broken)
            ? throw new InvalidOperationException("broken")
            : turn.SendActivityAsync($"eco {turn.Activity.Text}", cancellationToken: cancellationToken));
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("salve");
        Volatile.Write(ref broken, true);
        await anna.SayAsync("ciao");
        await shop.PassAsync(TimeSpan.FromSeconds(10));
        await anna.HearAsync();
        Volatile.Write(ref broken, false);
        using (var handler = CommandContext.Open($"--Data:Folder={shop.Folder}"))
        {
            var letter = Assert.Single(handler.DeadLetters.List());
            Assert.Equal("Message", letter.What);
            Assert.StartsWith("in-", letter.Id, StringComparison.Ordinal);
            Assert.DoesNotContain("ciao", letter.ToString(), StringComparison.Ordinal);
            handler.DeadLetters.Replay(letter);
            Assert.Empty(handler.DeadLetters.List());
        }

        Assert.Equal("eco ciao", Assert.Single(await anna.HearAsync()).Text);
    }

    [Fact]
    public async Task A_message_that_could_not_be_sent_is_sent_when_it_is_replayed()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        var anna = await Chat.OpenAsync(shop, "anna");
        await new Trouble(shop).SetAsync(new { failSends = new { code = 10, subcode = 2018278, times = 1 } });
        Assert.Empty(await anna.SayAsync("ciao"));
        using (var handler = CommandContext.Open($"--Data:Folder={shop.Folder}"))
        {
            var letter = Assert.Single(handler.DeadLetters.List());
            Assert.StartsWith("out-", letter.Id, StringComparison.Ordinal);
            handler.DeadLetters.Replay(letter);
        }

        Assert.Equal("1 ciao", Assert.Single(await anna.HearAsync()).Text);
    }

    [Fact]
    public async Task A_letter_that_is_replayed_twice_is_handled_once()
    {
        var calls = new TestCalls { Answer = (_, tries) => tries == 0 ? new Outcome.Dead("refused") : new Outcome.Done() };
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            Services = services => services.AddSingleton<IOutboxSender>(calls),
            Bot = _ => new DelegateBot((turn, _) =>
            {
                TestCalls.Ask(turn, "one");
                return Task.CompletedTask;
            }),
        });
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        using (var handler = CommandContext.Open($"--Data:Folder={shop.Folder}"))
        {
            var letter = Assert.Single(handler.DeadLetters.List());
            handler.DeadLetters.Replay(letter);
            handler.DeadLetters.Replay(letter);
        }

        await shop.SettleAsync();
        Assert.Equal(["one", "one"], calls.Tried);
    }
}
