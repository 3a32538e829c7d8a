using CommerceBot.Catalog;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class CartReviewTests
{
    private static readonly Cart Three = new(Some.Anna, [new CartLine(new Sku("mug-1"), 3, Some.Eur(1990), "Tazza")], 7);

    [Fact]
    public void A_cart_that_still_holds_is_no_news()
    {
        var review = CartReview.Of(Three, Some.Shelf(Some.Product()), Some.Noon);

        Assert.Empty(review.News);
        Assert.Same(Three, review.Cart);
    }

    [Fact]
    public void A_new_price_and_fewer_pieces_are_both_told()
    {
        var review = CartReview.Of(Three, Some.Shelf(Some.Product(cents: 2190, available: 2)), Some.Noon);

        Assert.Equal([CartNewsKind.PriceChanged, CartNewsKind.FewerLeft], review.News.Select(news => news.Kind));
        Assert.Equal((Some.Eur(1990), Some.Eur(2190), 3, 2), (review.News[0].PriceBefore, review.News[0].PriceNow, review.News[1].Wanted, review.News[1].Left));
        Assert.Equal(new CartLine(new Sku("mug-1"), 2, Some.Eur(2190), "Tazza"), Assert.Single(review.Cart.Lines));
    }

    [Fact]
    public void A_sale_that_began_is_a_new_price()
    {
        var sale = new Sale(Some.Eur(1490), Some.Noon, Some.Noon.AddDays(1));

        Assert.Equal(Some.Eur(1490), Assert.Single(CartReview.Of(Three, Some.Shelf(Some.Product(sale: sale)), Some.Noon).News).PriceNow);
        Assert.Empty(CartReview.Of(Three, Some.Shelf(Some.Product(sale: sale)), Some.Noon.AddDays(1)).News);
    }

    [Fact]
    public void What_is_sold_out_or_gone_leaves_the_cart_and_is_told()
    {
        Assert.Equal(CartNewsKind.SoldOut, Assert.Single(CartReview.Of(Three, Some.Shelf(Some.Product(available: 0)), Some.Noon).News).Kind);
        var gone = CartReview.Of(Three, Some.Shelf(), Some.Noon);
        Assert.Equal((CartNewsKind.Gone, "Tazza"), (Assert.Single(gone.News).Kind, gone.News[0].Title));
        Assert.True(gone.Cart.IsEmpty);
        Assert.Equal(7, gone.Cart.Version);
    }
}
