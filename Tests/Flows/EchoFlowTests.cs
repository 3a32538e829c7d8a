using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>The shortest conversations there are: from a signed webhook to a bubble in the chat and back.</summary>
public sealed class EchoFlowTests(EchoFlowTests.Host shop) : IClassFixture<EchoFlowTests.Host>
{
    [Fact]
    public Task A_bot_counts_what_each_shopper_says() => new Play(shop.Now).RunAsync(
        """
        anna says: ciao
        bot: 1 ciao
        bruno says: salve
        bot: 1 salve
        anna says: ancora
        bot: 2 ancora
        bot is silent
        """);

    [Fact]
    public Task A_conversation_goes_on_after_a_day() => new Play(shop.Now).RunAsync(
        """
        carla says: buongiorno
        bot: 1 buongiorno
        pass 25 h
        bot is silent
        carla says: eccomi
        bot: 2 * eccomi
        """);

    [Fact]
    public async Task A_conversation_that_goes_wrong_is_shown_whole()
    {
        var problem = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => new Play(shop.Now).RunAsync(
            """
            dora says: uno
            bot: 1 uno
            dora says: due
            bot: 3 due
            """));
        Assert.Contains("The bot should say '3 due', and says:\n    2 due", problem.Message, StringComparison.Ordinal);
        Assert.Contains("  >> bot: 3 due", problem.Message, StringComparison.Ordinal);
        Assert.Contains("    dora: uno\n    bot: 1 uno\n    dora: due\n    bot: 2 due", problem.Message, StringComparison.Ordinal);
    }

    public sealed class Host : IAsyncLifetime
    {
        internal ShopHost Now { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Now = await ShopHost.WithEchoAsync();

        public ValueTask DisposeAsync() => Now.DisposeAsync();
    }
}
