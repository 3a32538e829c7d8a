using CommerceBot.Catalog;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class CartReviewTests
{
    private static readonly Cart Three = new(Some.Anna, [new CartLine(new Sku("mug-1"), 3, Some.Eur(1990), "Tazza")], 7);

    [Fact]
    public void A_cart_that_still_holds_needs_no_notice()
    {
        var review = CartReview.Of(Three, Some.Stock(Some.Product()), Some.Noon);

        Assert.Empty(review.Notices);
        Assert.Same(Three, review.Cart);
    }

    [Fact]
    public void A_new_price_and_fewer_pieces_are_both_told()
    {
        var review = CartReview.Of(Three, Some.Stock(Some.Product(cents: 2190, available: 2)), Some.Noon);

        Assert.Equal([CartNoticeKind.PriceChanged, CartNoticeKind.FewerLeft], review.Notices.Select(notices => notices.Kind));
        Assert.Equal(
            (Some.Eur(1990), Some.Eur(2190), 3, 2),
            (review.Notices[0].PriceBefore, review.Notices[0].PriceNow, review.Notices[1].Wanted, review.Notices[1].Left));
        Assert.Equal(new CartLine(new Sku("mug-1"), 2, Some.Eur(2190), "Tazza"), Assert.Single(review.Cart.Lines));
    }

    [Fact]
    public void A_sale_that_began_is_a_new_price()
    {
        var sale = new Sale(Some.Eur(1490), Some.Noon, Some.Noon.AddDays(1));

        Assert.Equal(Some.Eur(1490), Assert.Single(CartReview.Of(Three, Some.Stock(Some.Product(sale: sale)), Some.Noon).Notices).PriceNow);
        Assert.Empty(CartReview.Of(Three, Some.Stock(Some.Product(sale: sale)), Some.Noon.AddDays(1)).Notices);
    }

    [Fact]
    public void What_is_sold_out_or_gone_leaves_the_cart_and_is_told()
    {
        Assert.Equal(
            CartNoticeKind.SoldOut, Assert.Single(CartReview.Of(Three, Some.Stock(Some.Product(available: 0)), Some.Noon).Notices).Kind);
        var gone = CartReview.Of(Three, Some.Stock(), Some.Noon);
        Assert.Equal((CartNoticeKind.Gone, "Tazza"), (Assert.Single(gone.Notices).Kind, gone.Notices[0].Title));
        Assert.True(gone.Cart.IsEmpty);
        Assert.Equal(7, gone.Cart.Version);
    }
}
