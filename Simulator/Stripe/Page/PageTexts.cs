using System.Globalization;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The page's words in the reader's language.</summary>
internal sealed class PageTexts
{
    private static readonly Dictionary<string, (string English, string Italian)> Table = new()
    {
        ["title"] = ("Pay {0}", "Pagamento a {0}"),
        ["back"] = ("Back to {0}", "Torna a {0}"),
        ["test"] = ("TEST MODE", "MODALITÀ TEST"),
        ["test.note"] = ("Choose one to fill in the fields. No money moves here, and any other number is refused.",
            "Scegline una per compilare i campi. Qui non si muove denaro, e ogni altro numero è rifiutato."),
        ["test.cards"] = ("Test cards", "Carte di prova"),
        ["test.fill"] = ("Fill in {0}: {1}", "Inserisci {0}: {1}"),
        ["card.success"] = ("Accepted", "Accettata"),
        ["card.three_d_secure"] = ("3-D Secure first", "Prima 3-D Secure"),
        ["card.three_d_secure_always"] = ("3-D Secure always", "Sempre 3-D Secure"),
        ["card.declined"] = ("Declined", "Rifiutata"),
        ["card.insufficient_funds"] = ("Insufficient funds", "Fondi insufficienti"),
        ["card.expired"] = ("Expired card", "Carta scaduta"),
        ["card.bad_cvc"] = ("Wrong security code", "CVC errato"),
        ["details"] = ("Order details", "Dettagli dell'ordine"),
        ["quantity"] = ("Qty {0}", "Qtà {0}"),
        ["each"] = ("{0} each", "{0} cad."),
        ["subtotal"] = ("Subtotal", "Subtotale"),
        ["total"] = ("Total due", "Totale da pagare"),
        ["contact"] = ("Contact information", "Informazioni di contatto"),
        ["email"] = ("Email", "E-mail"),
        ["phone"] = ("Phone", "Telefono"),
        ["delivery"] = ("Delivery", "Consegna"),
        ["shipTo"] = ("Delivery address", "Indirizzo di consegna"),
        ["shipName"] = ("Recipient's name", "Nome del destinatario"),
        ["shipLine1"] = ("Street and number", "Via e numero civico"),
        ["shipLine2"] = ("Apartment, suite (optional)", "Scala, interno (facoltativo)"),
        ["shipPostalCode"] = ("Postcode", "CAP"),
        ["shipCity"] = ("City", "Città"),
        ["shipState"] = ("Province or state (optional)", "Provincia (facoltativo)"),
        ["shipCountry"] = ("Country", "Paese"),
        ["method"] = ("Card payment", "Pagamento con carta"),
        ["method.choose"] = ("Payment method", "Metodo di pagamento"),
        ["method.card"] = ("Card", "Carta"),
        ["method.sepa_debit"] = ("SEPA Direct Debit", "Addebito diretto SEPA"),
        ["method.debit"] = ("Bank account", "Conto corrente"),
        ["method.account"] = (
            "Test account {0}. The payment is confirmed days later, or fails: use the panel of the simulator to decide.",
            "Conto di prova {0}. Il pagamento è confermato dopo alcuni giorni, o fallisce: si decide dal pannello della controfigura."),
        ["number"] = ("Card number", "Numero della carta"),
        ["expiry"] = ("Expiry (MM/YY)", "Scadenza (MM/AA)"),
        ["code"] = ("Security code (CVC)", "Codice CVC"),
        ["name"] = ("Name of the holder", "Nome del titolare"),
        ["country"] = ("Country or region", "Paese o regione"),
        ["terms"] = ("I agree to {0}'s terms of service.", "Accetto i termini di servizio di {0}."),
        ["submit.pay"] = ("Pay {0}", "Paga {0}"),
        ["submit.book"] = ("Book for {0}", "Prenota a {0}"),
        ["submit.donate"] = ("Donate {0}", "Dona {0}"),
        ["working"] = ("Processing…", "Elaborazione…"),
        ["foot"] = (
            "A simulator of Stripe Checkout. No card number is stored or logged.",
            "Una controfigura di Stripe Checkout. Nessun numero di carta viene salvato o registrato."),
        ["error.some"] = (
            "Nothing was charged. Please look at the fields marked below.",
            "Non è stato addebitato nulla. Guarda i campi segnati qui sotto."),
        ["error.email"] = (
            "Enter an email address such as anna@example.com: the receipt goes there.",
            "Scrivi un indirizzo e-mail come anna@example.com: la ricevuta arriva lì."),
        ["error.phone"] = (
            "Enter a phone number of 6 to 15 digits, such as +39 055 123456.",
            "Scrivi un numero di telefono da 6 a 15 cifre, come +39 055 123456."),
        ["error.terms"] = (
            "Tick the box to accept the terms: without it the shop cannot take the order.",
            "Spunta la casella per accettare i termini: senza, il negozio non può prendere l'ordine."),
        ["error.number.missing"] = (
            "Enter a card number: open the list of test cards above and choose one.",
            "Inserisci un numero di carta: apri l'elenco delle carte di prova qui sopra e scegline una."),
        ["error.number"] = (
            "Test mode takes the test cards above only: choose one. Please never type a real card here.",
            "In modalità test si usano solo le carte di prova qui sopra: scegline una. Non inserire mai una carta vera."),
        ["error.cardHere"] = (
            "This looks like a card number. Take it out: it belongs in the card field only.",
            "Sembra un numero di carta. Toglilo: va scritto solo nel campo della carta."),
        ["error.method"] = ("Choose one of the payment methods offered here.", "Scegli uno dei metodi di pagamento offerti qui."),
        ["error.expiry"] = ("Enter month and year as MM/YY, such as 12/34. A card of the past cannot pay.",
            "Scrivi mese e anno come MM/AA, ad esempio 12/34. Una carta già scaduta non può pagare."),
        ["error.code"] = ("Enter the 3 or 4 digits of the security code.", "Scrivi le 3 o 4 cifre del codice CVC."),
        ["error.name"] = ("Enter the name of the card or account holder.", "Scrivi il nome del titolare della carta o del conto."),
        ["error.country"] = ("Choose the country of the card or account holder.", "Scegli il paese del titolare della carta o del conto."),
        ["error.delivery"] = ("Choose how your order is to reach you.", "Scegli come vuoi ricevere l'ordine."),
        ["error.shipName"] = ("Enter the name of the person who takes the parcel.", "Scrivi il nome di chi riceve il pacco."),
        ["error.shipLine1"] = ("Enter street and number, such as Via Roma 1.", "Scrivi via e numero civico, come Via Roma 1."),
        ["error.shipPostalCode"] = ("Enter the postcode of the delivery address.", "Scrivi il CAP dell'indirizzo di consegna."),
        ["error.shipCity"] = ("Enter the city of the delivery address.", "Scrivi la città dell'indirizzo di consegna."),
        ["error.shipCountry"] = ("Choose one of the countries that the shop delivers to.",
            "Scegli uno dei paesi in cui il negozio consegna."),
        ["error.form"] = ("The page had been open for too long. Please try again.", "La pagina era aperta da troppo tempo. Riprova."),
        ["decline.generic_decline"] = (
            "Your card was declined, and nothing was charged. Try another card, or ask your bank for the reason.",
            "La carta è stata rifiutata e non è stato addebitato nulla. Prova con un'altra carta o chiedi il motivo alla banca."),
        ["decline.insufficient_funds"] = ("Your card has insufficient funds, and nothing was charged. Try another card.",
            "La carta non ha fondi sufficienti e non è stato addebitato nulla. Prova con un'altra carta."),
        ["decline.expired_card"] = ("Your card has expired, and nothing was charged. Correct the date or try another card.",
            "La carta è scaduta e non è stato addebitato nulla. Correggi la data o prova con un'altra carta."),
        ["decline.incorrect_cvc"] = (
            "Your card's security code is incorrect, and nothing was charged. Look at the back of the card and try again.",
            "Il CVC della carta non è corretto e non è stato addebitato nulla. Guarda il retro della carta e riprova."),
        ["decline.payment_intent_authentication_failure"] = (
            "Your bank could not confirm that it is you, and nothing was charged. Enter the card again or try another one.",
            "La banca non ha potuto confermare la tua identità e non è stato addebitato nulla. Inserisci di nuovo la carta o provane "
            + "un'altra."
        ),
        ["challenge.title"] = ("Confirm your payment", "Conferma il pagamento"),
        ["challenge.text"] = (
            "The bank of the card ending in {0} asks: do you want to pay {1} to {2}?",
            "La banca della carta che termina con {0} chiede: vuoi pagare {1} a {2}?"),
        ["challenge.note"] = (
            "This stands in for 3-D Secure. Nothing is charged until you answer.",
            "Questa pagina fa le veci di 3-D Secure. Nulla è addebitato prima della risposta."),
        ["challenge.complete"] = ("Complete", "Conferma"),
        ["challenge.fail"] = ("Fail", "Rifiuta"),
        ["processing.title"] = ("This payment is on its way", "Il pagamento è in corso"),
        ["processing.text"] = (
            "The bank will tell {0} in a few days whether your payment of {1} went through.",
            "La banca comunicherà a {0} tra qualche giorno se il tuo pagamento di {1} è andato a buon fine."),
        ["complete.title"] = ("This payment is complete", "Il pagamento è completato"),
        ["complete.text"] = (
            "{0} has received your payment of {1}. There is nothing more to pay.",
            "{0} ha ricevuto il tuo pagamento di {1}. Non c'è altro da pagare."),
        ["complete.go"] = ("Continue to {0}", "Continua su {0}"),
        ["expired.title"] = ("This payment link has expired", "Questo link di pagamento è scaduto"),
        ["expired.text"] = (
            "Nothing was charged. Go back to {0} to get a new link.", "Non è stato addebitato nulla. Torna a {0} per avere un nuovo link."),
        ["missing.title"] = ("There is no such payment page", "Questa pagina di pagamento non esiste"),
        ["missing.text"] = (
            "Check the address, or ask the shop for a new link.", "Controlla l'indirizzo o chiedi al negozio un nuovo link."),
    };

    private readonly bool isItalian;

    private PageTexts(bool isItalian) => this.isItalian = isItalian;

    public static PageTexts English { get; } = new(isItalian: false);

    public static PageTexts Italian { get; } = new(isItalian: true);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(isItalian ? "it-IT" : "en-IE");

    public string Language => isItalian ? "it" : "en";

    public string this[string key] => isItalian ? Table[key].Italian : Table[key].English;

    public string this[string key, params string[] holes] => string.Format(Culture, this[key], holes);

    /// <summary>The session's language; for <c>auto</c> the first that the browser asks for and the page speaks.</summary>
    public static PageTexts For(string? locale, string? acceptLanguage)
    {
        if (locale is not null and not "auto") return locale == "it" ? Italian : English;
        var wanted = (acceptLanguage ?? "").Split(',').Select(range => range.Split(';')[0].Trim());
        foreach (var range in wanted)
        {
            if (range.StartsWith("it", StringComparison.OrdinalIgnoreCase)) return Italian;
            if (range.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return English;
        }
        return English;
    }

    /// <summary>An amount of minor units as the reader writes it.</summary>
    public string Money(string currency, long amount)
    {
        return Money(Symbol(currency), Currencies.Major(currency, amount).ToString("N" + Currencies.Digits(currency), Culture));
    }

    /// <summary>A price of one piece, which may have a part of a minor unit.</summary>
    public string Price(string currency, decimal minorUnits)
    {
        if (minorUnits == decimal.Truncate(minorUnits)) return Money(currency, (long)minorUnits);
        var digits = Currencies.Digits(currency);
        var major = minorUnits / (decimal)Math.Pow(10, digits);
        return Money(Symbol(currency), major.ToString("#,##0." + new string('0', digits) + new string('#', 12), Culture));
    }

    private string Money(string symbol, string number)
    {
        return isItalian ? $"{number}\u00A0{symbol}" : symbol.Length == 1 ? $"{symbol}{number}" : $"{symbol}\u00A0{number}";
    }

    private static string Symbol(string currency) =>
        currency switch { "eur" => "€", "usd" => "$", "gbp" => "£", "jpy" => "¥", "chf" => "CHF", _ => currency.ToUpperInvariant() };
}
