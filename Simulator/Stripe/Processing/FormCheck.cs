using System.Globalization;
using System.Net.Mail;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>A form, checked: either a payment to try, or the fields that are wrong and why (keys of the page's words).</summary>
internal sealed record FormCheck(Payment? Payment, IReadOnlyDictionary<string, string> Wrong)
{
    public static FormCheck Of(PaymentForm form, Session session, long now)
    {
        var wrong = new Dictionary<string, string>();
        var email = session.Asked.Text("customer_email") ?? form.Email.Trim();
        if (!IsMail(email))
            wrong["email"] = "error.email";
        var method = form.Method.Length == 0 ? session.Methods[0] : form.Method;
        if (!session.Methods.Contains(method))
            wrong["method"] = "error.method";
        var (card, expiry) = method == PaidWith.ByDebit ? (null, (0, 0)) : ReadCard(form, now, wrong);
        Require(wrong, "name", form.Name);
        if (!Countries.WithShoppers.Contains(form.Country))
            wrong["country"] = "error.country";
        if (session.Asked.IsOn("phone_number_collection", "enabled") && !IsPhone(form.Phone))
            wrong["phone"] = "error.phone";
        var mustAccept = session.Asked.Text("consent_collection", "terms_of_service") == "required";
        if (mustAccept && !form.Terms)
            wrong["terms"] = "error.terms";
        var delivery = ReadDelivery(form.Delivery, session);
        if (delivery is null)
            wrong["delivery"] = "error.delivery";
        var shipTo = session.Asked.At("shipping_address_collection") is null ? null : ReadShipTo(form, session, wrong);
        RefuseCardNumbersElsewhere(form, wrong);
        if (wrong.Count > 0)
            return new FormCheck(null, wrong);

        var billing = new Address(null, null, null, null, null, form.Country);
        var payer = new Payer(email, form.Name.Trim(), OrNull(form.Phone), billing, shipTo is null ? null : form.ShipName.Trim(), shipTo);
        return new FormCheck(new Payment(card, expiry.Month, expiry.Year, payer, delivery!.Value, mustAccept), wrong);
    }

    private static (TestCard? Card, (int Month, int Year) Expiry) ReadCard(PaymentForm form, long now, Dictionary<string, string> wrong)
    {
        var card = TestCards.Numbered(form.Number);
        if (card is null)
            wrong["number"] = form.Number.Trim().Length == 0 ? "error.number.missing" : "error.number";
        var expiry = ReadExpiry(form.Expiry, DateTimeOffset.FromUnixTimeSeconds(now));
        if (expiry is null)
            wrong["expiry"] = "error.expiry";
        if (form.Code.Length is not (3 or 4) || !form.Code.All(char.IsAsciiDigit))
            wrong["code"] = "error.code";
        return (card, expiry ?? default);
    }

    /// <summary>MM/YY, with or without a slash or spaces, not before this month.</summary>
    private static (int Month, int Year)? ReadExpiry(string typed, DateTimeOffset now)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length is not (4 or 6) || typed.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '/' or '-')))
            return null;
        var month = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var year = int.Parse(digits[2..], CultureInfo.InvariantCulture);
        if (year < 100)
            year += 2000;
        var isDue = (year * 12) + month < (now.Year * 12) + now.Month;
        return month is >= 1 and <= 12 && !isDue && year <= now.Year + 50 ? (month, year) : null;
    }

    private static int? ReadDelivery(string typed, Session session)
    {
        if (session.Deliveries.Count <= 1 || typed.Length == 0)
            return 0;
        for (var i = 0; i < session.Deliveries.Count; i++)
        {
            if (session.Deliveries[i].RateId == typed)
                return i;
        }
        return null;
    }

    private static Address? ReadShipTo(PaymentForm form, Session session, Dictionary<string, string> wrong)
    {
        Require(wrong, "shipName", form.ShipName);
        Require(wrong, "shipLine1", form.ShipLine1);
        Require(wrong, "shipPostalCode", form.ShipPostalCode);
        Require(wrong, "shipCity", form.ShipCity);
        var allowed = session.Asked.Items("shipping_address_collection", "allowed_countries").Select(code => code.GetString());
        if (!allowed.Contains(form.ShipCountry))
            wrong["shipCountry"] = "error.shipCountry";
        return new Address(
            form.ShipLine1.Trim(), OrNull(form.ShipLine2), form.ShipCity.Trim(), form.ShipPostalCode.Trim(), OrNull(form.ShipState),
            form.ShipCountry);
    }

    /// <summary>Whoever types a card number in the wrong box must not have it kept there.</summary>
    private static void RefuseCardNumbersElsewhere(PaymentForm form, Dictionary<string, string> wrong)
    {
        foreach (
            var (field, text) in new[]
            {
                ("email", form.Email),
                ("name", form.Name),
                ("phone", form.Phone),
                ("shipName", form.ShipName),
                ("shipLine1", form.ShipLine1),
                ("shipLine2", form.ShipLine2),
                ("shipPostalCode", form.ShipPostalCode),
                ("shipCity", form.ShipCity),
                ("shipState", form.ShipState),
            }
        )
        {
            if (CardNumbers.IsIn(text))
                wrong[field] = "error.cardHere";
        }
    }

    private static void Require(Dictionary<string, string> wrong, string field, string text)
    {
        if (text.Trim().Length is 0 or > 200)
            wrong[field] = "error." + field;
    }

    private static bool IsMail(string text) =>
        text.Length <= 254
        && MailAddress.TryCreate(text, out var mail)
        && mail.Address == text
        && mail.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsPhone(string text) =>
        text.Count(char.IsAsciiDigit) is >= 6 and <= 15
        && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')' or '.');

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 and <= 200 } trimmed ? trimmed : null;
}
