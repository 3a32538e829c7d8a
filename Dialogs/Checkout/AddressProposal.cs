using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>A whole address in one message, wherever a checkout asks for a person or a place.</summary>
internal static class AddressProposal
{
    /// <summary>A street, a town and one thing more: less is an answer to the open question.</summary>
    private const int FewestFields = 3;

    /// <summary>What the message says; null when it is no whole address.</summary>
    public static ParsedAddress? Read(string text, CheckoutDraft draft, Language language, CheckoutTerms terms)
    {
        if (text.Contains('?', StringComparison.Ordinal))
            return null;
        var parsed = AddressParser.Parse(text, draft.Answers.Country ?? terms.ShopCountry, language);
        return parsed.IsAddress && parsed.Fields.Count() >= FewestFields ? parsed : null;
    }

    /// <summary>Whether it says nothing that was not answered already, its street apart.</summary>
    public static bool RepeatsAnswers(ParsedAddress address, Answers answers) => address.Fields
        .Where(field => field.Question != Question.Street)
        .All(field => string.Equals(answers[field.Question], field.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The country that it names and the shop does not deliver to; null when there is none.</summary>
    public static Country? Undeliverable(ParsedAddress address, CheckoutTerms terms) =>
        address.Country is { } country && !terms.Delivery.Serves(Territory.Of(country, address.Postcode, address.City).Delivery)
            ? country
            : null;

    /// <summary>As it is shown to be confirmed.</summary>
    public static string Show(ParsedAddress address, Language language)
    {
        var town = string.Join(' ', new[] { address.Postcode, address.City }.OfType<string>());
        if (address.Province is { } province)
            town = address.Country?.Code is "IT" or null ? $"{town} ({province})" : $"{town}, {province}";
        var country = address.Country is { } known ? CountryNames.Show(known, language) : null;
        return string.Join('\n', new[] { address.Name, address.Street, town, country }.OfType<string>());
    }
}
