using CommerceBot.Cards;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>How goods come back: where to, and who pays for it.</summary>
internal static class ReturnTexts
{
    /// <summary>For who withdrew from a contract.</summary>
    public static string HowToSend(ShopSettings shop, Texts texts) => texts.Get(
        shop.PaysReturns ? "return.send.shop" : "return.send.shopper", ("address", AddressOf(shop)));

    /// <summary>For goods that are not as agreed: the shop pays (Directive (EU) 2019/771, art. 14).</summary>
    public static string HowToSendAtOurCost(ShopSettings shop, Texts texts) =>
        texts.Get("return.send.shop", ("address", AddressOf(shop)));

    /// <summary>What a request says, a line each: the reason, the pieces, the words.</summary>
    public static IEnumerable<string> LinesOf(Order order, ReturnRequest request, Texts texts)
    {
        yield return texts.Get("return.reason", ("reason", texts.Get($"return.reason.{request.Reason}")));
        foreach (var piece in request.Lines)
            yield return texts.Get(
                "order.parcel.line", ("quantity", piece.Quantity),
                ("product", CheckoutCards.Goods(order.Lines.First(line => line.Sku == piece.Sku))));
        if (request.Text is { } words)
            yield return texts.Get("return.words", ("words", words));
    }

    private static string AddressOf(ShopSettings shop) =>
        shop.ReturnAddress ?? string.Join(", ", new[] { shop.LegalName ?? shop.Name, shop.LegalAddress }.OfType<string>());
}
