using CommerceBot.Bots;
using CommerceBot.Cards;
using Xunit;

namespace CommerceBot.Tests.Bots;

public sealed class ShopMenuTests
{
    [Theory]
    [InlineData("Bottega Aurora")]
    [InlineData("Antica Premiata Bottega Artigiana dei Fratelli Aurora e Figli, dal 1898")]
    public void The_menu_fits_messenger_in_every_language(string shop)
    {
        var menu = ShopMenu.Of(shop);
        Assert.Equal("it", menu.Languages[0].Language);
        Assert.All(
            menu.Languages,
            texts =>
            {
                Assert.InRange(texts.Greeting.Length, 1, 160);
                Assert.InRange(texts.Menu.Count, 1, 20);
                Assert.InRange(texts.IceBreakers.Count, 1, 4);
                Assert.All(texts.Menu, item => Assert.InRange(item.Title.Length, 1, 30));
                Assert.All(
                    texts.Menu.Concat(texts.IceBreakers),
                    item => Assert.True(ShopActionText.TryRead(item.Payload, out _), item.Payload));
            }
        );
    }
}
