using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Cards;

public sealed class ShopActionTests
{
    private static readonly Gen<string> Ids = Gen.OneOf(
        Gen.String[1, 100], Gen.String[Gen.Char['0', '9'], 1, 100], Gen.String[Gen.Char['0', 'z'], 1, 100]);
    private static readonly Gen<int> Pages = Gen.Int[0, 10_000];
    private static readonly Gen<OrderNumber> Numbers = Gen.String[1, 20].Select(id => OrderNumbers.For(new OrderId(id)));
    private static readonly Gen<string> Withdrawn = Gen.Int[0, 99].Array[1, 50].Select(pieces => WithdrawnPieces.Write(pieces));
    private static readonly Gen<ReturnReason> Reasons = Gen.Enum<ReturnReason>();
    private static readonly Gen<Question> AnyQuestion = Gen.Int[0, Questions.InOrder.Count - 1].Select(at => Questions.InOrder[at]);

    private static readonly Gen<ShopAction> Actions = Gen.OneOf<ShopAction>(
        Const(
            new ShopAction.Start(),
            new ShopAction.Menu(),
            new ShopAction.AskSearch(),
            new ShopAction.ClearCart(),
            new ShopAction.Checkout(),
            new ShopAction.Resume(),
            new ShopAction.UseAddress(),
            new ShopAction.UseAll(),
            new ShopAction.OtherAddress(),
            new ShopAction.AskChange(),
            new ShopAction.Cancel(),
            new ShopAction.Back(),
            new ShopAction.MyOrders(),
            new ShopAction.AskWithdrawal(),
            new ShopAction.AskReturns(),
            new ShopAction.MyData(),
            new ShopAction.ExportData(),
            new ShopAction.AskErasure(),
            new ShopAction.EraseData(),
            new ShopAction.Help(),
            new ShopAction.Person(),
            new ShopAction.AskTopic("delivery-info"),
            new ShopAction.Languages(),
            new ShopAction.SetLanguage(Language.Italian),
            new ShopAction.SetLanguage(Language.English),
            new ShopAction.OrderAndPay("0123456789ab")),
        Pages.Select(page => (ShopAction)new ShopAction.Categories(page)),
        Pages.Select(page => (ShopAction)new ShopAction.ShowCart(page)),
        Gen.Select(Ids, Pages, (id, page) => (ShopAction)new ShopAction.BrowseCategory(new CategoryId(id), page)),
        Gen.Select(
            Ids.Where(words => words.Trim().Length > 0), Pages,
            (words, page) => (ShopAction)new ShopAction.Search(words.Trim(), page)),
        Ids.Select(id => (ShopAction)new ShopAction.Details(new ProductId(id))),
        Gen.Select(
            Ids, Gen.Bool, Gen.String[Gen.Char['a', 'f'], 6, 6].Array[0, 8], Pages,
            (id, buy, picks, page) =>
                (ShopAction)
                    new ShopAction.ChooseVariant(
                        new ProductId(id), buy ? VariantPurpose.Buy : VariantPurpose.Cart, string.Concat(picks), page)),
        Gen.Select(Ids, Gen.Int[1, 99], (id, count) => (ShopAction)new ShopAction.BuyNow(new Sku(id), count)),
        Gen.Select(Ids, Gen.Int[1, 99], (id, count) => (ShopAction)new ShopAction.AddToCart(new Sku(id), count)),
        Gen.Select(Ids, Gen.Int[0, 99], (id, count) => (ShopAction)new ShopAction.SetQuantity(new Sku(id), count)),
        Ids.Select(id => (ShopAction)new ShopAction.AskQuantity(new Sku(id))),
        Ids.Select(id => (ShopAction)new ShopAction.Remove(new Sku(id))),
        AnyQuestion.Select(question => (ShopAction)new ShopAction.UseKnown(question)),
        AnyQuestion.Select(question => (ShopAction)new ShopAction.Change(question)),
        Gen.Select(AnyQuestion, Ids, (question, text) => (ShopAction)new ShopAction.Answer(question, text)),
        Numbers.Select(number => (ShopAction)new ShopAction.ShowOrder(number)),
        Gen.Select(Numbers, Withdrawn, (number, pieces) => (ShopAction)new ShopAction.Withdraw(number, pieces)),
        Gen.Select(Numbers, Withdrawn, (number, pieces) => (ShopAction)new ShopAction.AskWithdrawalEmail(number, pieces)),
        Gen.Select(Numbers, Withdrawn, Pages, (number, pieces, page) => (ShopAction)new ShopAction.ChooseWithdrawn(number, pieces, page)),
        Gen.Select(
            Numbers, Pages, Withdrawn, (number, count, pieces) => (ShopAction)new ShopAction.ConfirmWithdrawal(number, count, pieces)),
        Numbers.Select(number => (ShopAction)new ShopAction.PayOrder(number)),
        Numbers.Select(number => (ShopAction)new ShopAction.Paid(number)),
        Numbers.Select(number => (ShopAction)new ShopAction.CancelOrder(number)),
        Gen.Select(Numbers, Withdrawn, (number, pieces) => (ShopAction)new ShopAction.AskReturn(number, pieces)),
        Gen.Select(Numbers, Withdrawn, Pages, (number, pieces, page) => (ShopAction)new ShopAction.ChooseReturned(number, pieces, page)),
        Gen.Select(Numbers, Withdrawn, Reasons, (number, pieces, why) => (ShopAction)new ShopAction.ReturnFor(number, why, pieces)),
        Gen.Select(Numbers, Withdrawn, Reasons, (number, pieces, why) => (ShopAction)new ShopAction.SendReturn(number, why, pieces)),
        Numbers.Select(number => (ShopAction)new ShopAction.GiveBack(number)),
        Numbers.Select(number => (ShopAction)new ShopAction.SendReceipt(number)),
        Numbers.Select(number => (ShopAction)new ShopAction.ChangeAddress(number)),
        Numbers.Select(number => (ShopAction)new ShopAction.ChangeEmail(number)),
        Numbers.Select(number => (ShopAction)new ShopAction.OrderAgain(number)));

    private static Gen<ShopAction> Const(params ShopAction[] actions) => Gen.Int[0, actions.Length - 1].Select(at => actions[at]);

    [Fact]
    public void Every_action_reads_back_as_it_was_written_in_200_signs() => Actions.Sample(action =>
    {
        var text = action.Write();
        Assert.True(text.Length <= ShopActionText.Longest, text);
        Assert.True(ShopActionText.TryRead(text, out var read), text);
        Assert.Equal(action, read);
    });

    [Fact]
    public void Any_text_is_an_action_written_so_or_none() =>
        Gen.OneOf(
                Gen.String,
                Gen.String.Select(rest => "shop1/" + rest),
                Gen.Select(Actions, Gen.String, (action, more) => action.Write() + more))
            .Sample(text =>
            {
                if (ShopActionText.TryRead(text, out var action))
                    Assert.Equal(text, action.Write());
            });

    [Fact]
    public void Every_kind_of_action_has_a_text()
    {
        var kinds = typeof(ShopAction).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(ShopAction))).ToHashSet();
        var seen = new HashSet<Type>();
        Actions.Sample(action =>
        {
            lock (seen)
                seen.Add(action.GetType());
        }, iter: 10_000);
        Assert.Equal(kinds.Select(type => type.Name).Order(), seen.Select(type => type.Name).Order());
    }

    [Theory]
    [InlineData("4006381333931")]
    [InlineData("4242424242424242")]
    public void An_id_of_many_digits_is_not_written_as_digits(string id)
    {
        var text = new ShopAction.BuyNow(new Sku(id), 1).Write();
        Assert.True(text.Count(char.IsAsciiDigit) < 10, text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("shop1/")]
    [InlineData("shop1/buy")]
    [InlineData("shop1/buy/0/=mug")]
    [InlineData("shop1/buy/-1/=mug")]
    [InlineData("shop1/buy/100/=mug")]
    [InlineData("shop1/buy/01/=mug")]
    [InlineData("shop1/buy/ 1/=mug")]
    [InlineData("shop1/buy/1/=")]
    [InlineData("shop1/menu/")]
    [InlineData("shop1/order/XYZ")]
    [InlineData("shop1/speak/xx")]
    [InlineData("shop2/menu")]
    [InlineData(" shop1/menu")]
    public void What_no_button_of_ours_says_is_no_action(string? text) => Assert.False(ShopActionText.TryRead(text, out _));
}
