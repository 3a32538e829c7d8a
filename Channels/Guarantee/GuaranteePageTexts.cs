using CommerceBot.Orders;

namespace CommerceBot.Channels.Guarantee;

/// <summary>What the page about the legal guarantee says; <c>GuaranteePage.cshtml</c> shows it.</summary>
/// <param name="Notice">The Commission's own notice as an image; null while the merchant has set none.</param>
/// <param name="NoticeText">What the image is, for who does not see it.</param>
public sealed record GuaranteePageTexts(
    string Language, string Shop, string Title, IReadOnlyList<string> Lines, Uri? Notice, string NoticeText)
{
    internal static GuaranteePageTexts Of(string language, ShopSettings shop) => language == "it" ? Italian(shop) : English(shop);

    private static GuaranteePageTexts Italian(ShopSettings shop) => new(
        "it", shop.Name, "La tua garanzia legale",
        [
            "Chi ti vende un prodotto risponde di ogni difetto di conformità che c'era alla consegna e si manifesta entro due anni. "
                + "Vale per legge in tutta l'Unione europea, anche per i prodotti usati o scontati, e non costa niente "
                + "(direttiva (UE) 2019/771).",
            "Se il prodotto non è come concordato puoi chiedere la riparazione o la sostituzione, gratis; se non è possibile o non basta, "
                + "una riduzione del prezzo o il rimborso.",
            "In alcuni paesi la garanzia legale dura di più. Una garanzia in più del produttore o del venditore non la sostituisce.",
            $"Per farla valere scrivi nella chat, dal tuo ordine con «Reso o problema», oppure a {shop.SupportEmail}.",
            .. Own(
                shop, "Questa pagina dice con parole nostre ciò che deve dire l'avviso armonizzato sulla garanzia legale (regolamento di "
                + "esecuzione (UE) 2025/1960). Non ne riproduce la grafica."),
        ],
        shop.GuaranteeNotice, "Avviso armonizzato della Commissione europea sulla garanzia legale");

    private static GuaranteePageTexts English(ShopSettings shop) => new(
        "en", shop.Name, "Your legal guarantee",
        [
            "Whoever sells you goods answers for every lack of conformity that was there at delivery and shows within two years. That "
                + "is the law in all of the European Union, for used and reduced goods too, and costs you nothing "
                + "(Directive (EU) 2019/771).",
            "If the goods are not as agreed you may have them repaired or replaced, free of charge; where that cannot be done, or does not "
                + "help, a lower price or your money back.",
            "In some countries the legal guarantee lasts longer. A further guarantee of the maker or the seller does not replace it.",
            $"To use it write in the chat, from your order by \"Return or problem\", or to {shop.SupportEmail}.",
            .. Own(
                shop, "This page says in our own words what the harmonised notice on the legal guarantee must say (Implementing Regulation "
                + "(EU) 2025/1960). It is no copy of its design."),
        ],
        shop.GuaranteeNotice, "The European Commission's harmonised notice on the legal guarantee");

    /// <summary>Where the Commission's notice is shown nobody has to be told that ours is not it.</summary>
    private static string[] Own(ShopSettings shop, string line) => shop.GuaranteeNotice is null ? [line] : [];
}
