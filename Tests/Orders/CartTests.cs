using CommerceBot.Catalog;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class CartTests
{
    private static readonly Sku Mug = new("mug-1");
    private static readonly Cart Empty = Cart.Empty(Some.Anna);

    [Fact]
    public void The_same_thing_added_twice_is_one_line()
    {
        var cart = Changed(Changed(Empty.Add(Mug, 1, Some.Eur(1990), "Tazza")).Add(Mug, 2, Some.Eur(1790), "Tazza blu"));

        Assert.Equal(new CartLine(Mug, 3, Some.Eur(1790), "Tazza blu"), Assert.Single(cart.Lines));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void A_forged_quantity_is_refused(int quantity)
    {
        Assert.Equal(new CartChange.Refused(CartRefusal.QuantityOutOfRange), Empty.Add(Mug, quantity, Some.Eur(1), "Tazza"));
        Assert.Equal(
            new CartChange.Refused(CartRefusal.QuantityOutOfRange), Holding(98).Add(Mug, Math.Max(2, quantity), Some.Eur(1), "Tazza"));
    }

    [Fact]
    public void Ninety_nine_of_one_thing_and_fifty_things_are_the_most()
    {
        Assert.Equal(99, Changed(Holding(98).Add(Mug, 1, Some.Eur(1), "Tazza")).Pieces);
        var full = Enumerable
            .Range(0, Cart.MostLines)
            .Aggregate(Empty, (cart, at) => Changed(cart.Add(new Sku($"s{at}"), 1, Some.Eur(1), "x")));
        Assert.Equal(new CartChange.Refused(CartRefusal.TooManyLines), full.Add(Mug, 1, Some.Eur(1), "Tazza"));
        Assert.IsType<CartChange.Changed>(full.Add(new Sku("s7"), 1, Some.Eur(1), "x"));
    }

    [Fact]
    public void Setting_a_quantity_to_nothing_takes_the_line_out()
    {
        Assert.True(Changed(Holding(3).SetQuantity(Mug, 0)).IsEmpty);
        Assert.Equal(new CartChange.Refused(CartRefusal.NotInCart), Empty.SetQuantity(Mug, 2));
        Assert.IsType<CartChange.Unchanged>(Holding(3).SetQuantity(Mug, 3));
        Assert.IsType<CartChange.Unchanged>(Empty.Remove(Mug));
        Assert.IsType<CartChange.Unchanged>(Empty.Clear());
    }

    [Fact]
    public void A_cart_behaves_like_a_plain_list_of_quantities()
    {
        var act = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[-2, 60]);
        act.List[0, 40]
            .Sample(acts =>
            {
                var cart = Empty;
                var model = new Dictionary<Sku, int>();
                foreach (var (verb, thing, quantity) in acts)
                {
                    var sku = new Sku($"s{thing}");
                    var answer = Act(cart, verb, sku, quantity);
                    if (Expected(model, verb, sku, quantity))
                        cart = answer is CartChange.Changed changed ? changed.Cart : Assert.IsType<CartChange.Unchanged>(answer).Cart;
                    else
                        Assert.IsType<CartChange.Refused>(answer);
                    Assert.Equal(
                        model.OrderBy(entry => entry.Key.Value),
                        cart.Lines.ToDictionary(line => line.Sku, line => line.Quantity).OrderBy(entry => entry.Key.Value));
                }
            });
    }

    private static CartChange Act(Cart cart, int verb, Sku sku, int quantity) =>
        verb switch
        {
            0 => cart.Add(sku, quantity, Some.Eur(100), "x"),
            1 => cart.SetQuantity(sku, quantity),
            2 => cart.Remove(sku),
            _ => cart.Clear(),
        };

    /// <summary>The naive cart; false when the change is one to refuse.</summary>
    private static bool Expected(Dictionary<Sku, int> model, int verb, Sku sku, int quantity)
    {
        var before = model.GetValueOrDefault(sku);
        if ((verb == 0 && (quantity < 1 || before + quantity > 99)) || (verb == 1 && (quantity < 0 || (quantity > 0 && before == 0))))
            return false;
        if (verb == 3)
            model.Clear();
        else if (verb == 0)
            model[sku] = before + quantity;
        else if (verb == 1 && quantity > 0)
            model[sku] = quantity;
        else
            model.Remove(sku);
        return true;
    }

    private static Cart Holding(int quantity) => Empty with { Lines = [new CartLine(Mug, quantity, Some.Eur(1), "Tazza")] };

    private static Cart Changed(CartChange change) => Assert.IsType<CartChange.Changed>(change).Cart;
}
