using System.Text.RegularExpressions;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>By which words of the bot a shopper sees that a want was understood; an offer of it among two is not enough.</summary>
internal static class SentenceAnswers
{
    private static readonly Dictionary<string, (string Italian, string English)> Words = new()
    {
        ["person"] = ("ti risponde una persona|ti aiuta una persona", "a person from the shop will answer|a person helps you"),
        ["order_status"] = ("Ordine |non hai ancora ordini|Ecco come consegniamo|Consegniamo così",
            "Order |no orders yet|your latest orders|how we deliver"),
        ["cancel_order"] = ("annullar|non hai ancora ord", "cancel|no orders yet|not ordered anything"),
        ["refund_return"] = ("14 giorni|reso o un rimborso", "14 days|return or refund"),
        ["complaint"] = ("Mi dispiace", "I am sorry"),
        ["delivery_info"] = ("Consegniamo così|Ecco come consegniamo", "how we deliver"),
        ["payment_info"] = ("Stripe", "Stripe"),
        ["opening_hours"] = ("venerdì|a ogni ora", "Friday|at any hour"),
        ["invoice"] = ("fattura|partita IVA", "invoice|VAT number"),
        ["coupon"] = ("codic", "code"),
        ["contact_info"] = ("Scrivici a|@", "Write to us|@"),
        ["privacy"] = ("dati", "details|data"),
        ["cart_show"] = ("carrello", "cart"),
        ["cart_add"] = ("è nel carrello|Quale|Scegli", "is in your cart|Which|Choose"),
        ["cart_remove"] = ("Tolto|carrello è vuoto|\\[Togli\\]", "Removed|cart is empty|\\[Remove\\]"),
        ["checkout"] = ("e-mail|carrello è vuoto", "e-mail|cart is empty"),
        ["browse_category"] = ("Cucina|Casa|Regali", "Kitchen|Home|Gifts"),
        ["greeting"] = ("Bottega Aurora|Benvenut|Ciao", "Bottega Aurora|Welcome|Hello|Hi"),
        ["thanks"] = ("Grazie a te", "You are welcome"),
        ["language"] = ("lingua|italiano|English|language", "language|English|italiano|lingua"),
        ["help"] = ("Ecco come posso aiutarti|Scrivi ", "Here is how I can help|Write "),
        ["bot_or_human"] = ("assistente automatico", "automatic assistant"),
        ["smalltalk"] = ("Di chiacchiere so poco", "not much of a talker"),
        ["gibberish"] = ("Non ho capito|non ho trovato niente|Non sono sicuro", "did not understand|found nothing|not sure"),
        ["abuse"] = ("Mi dispiace", "I am sorry"),
        ["opt_out"] = ("Ti scrivo solo per i tuoi ordini", "only write to you about your orders"),
        ["no"] = ("Cosa vuoi cambiare", "What would you like to change"),
        ["offers"] = ("invece di", "instead of|, was "),
        ["bestsellers"] = ("Moka in alluminio", "Aluminium moka pot"),
        ["gift_help"] = ("<", "<"),
        ["price_filter"] = ("<", "<"),
        ["search"] = ("<|non ho trovato", "<|found nothing"),
        ["stock"] = ("disponibil|esaurit", "available|sold out|in stock"),
        ["product_fact"] = ("<", "<"),
    };

    /// <summary>Wants that no product answers.</summary>
    public static IReadOnlySet<string> NeverGoods { get; } = new HashSet<string>
    {
        "person", "order_status", "cancel_order", "refund_return", "complaint", "delivery_info", "payment_info", "opening_hours", "invoice",
        "coupon", "contact_info", "privacy", "opt_out", "bot_or_human", "help", "language", "abuse", "gibberish", "smalltalk", "thanks",
        "greeting", "no",
    };

    public static bool Answers(string want, bool isItalian, string words) => Words.TryGetValue(want, out var said)
        ? Regex.IsMatch(words, isItalian ? said.Italian : said.English, RegexOptions.IgnoreCase)
        : throw new InvalidOperationException($"Nobody said how '{want}' is answered.");
}
