namespace CommerceBot.Orders;

/// <summary>Which rule an answer meets. All of them take text from outside and believe none of it.</summary>
internal static class EntryRules
{
    private const int LongestText = 300;

    // Normalising reads every sign: what is far too long is not even read.
    private const int LongestTyped = 10_000;

    public static Entry Read(Question question, string? text, Answers answers, CheckoutTerms terms)
    {
        if (text is { Length: > LongestTyped })
            return Entry.Wrong(EntryFault.TooLong);
        var tidy = question == Question.Country ? (text ?? "").Trim() : TextNormalization.OneLine(text);
        if (TextNormalization.OneLine(tidy).Length == 0)
            return Entry.Wrong(EntryFault.Empty);
        if (tidy.Length > LongestText)
            return Entry.Wrong(EntryFault.TooLong);
        return question switch
        {
            Question.Email => EmailRule.Read(tidy),
            Question.Phone => PhoneOf(tidy, answers, terms),
            Question.Name => NameRule.Read(tidy),
            Question.Country => CountryRule.Read(tidy, terms),
            Question.Postcode => PostcodeOf(tidy, answers, terms),
            Question.City => CityRule.Read(tidy, answers),
            Question.Street => StreetRule.Read(tidy, answers),
            Question.DeliveryMethod => Delivery(tidy, answers, terms),
            Question.Province => ProvinceRule.Read(tidy, answers),
            Question.CourierNote => CourierNoteRule.Read(tidy),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
        };
    }

    /// <summary>
    /// A number without a prefix, before the country is known, is the shop's country's, or else that of the one country it fits.
    /// </summary>
    private static Entry PhoneOf(string tidy, Answers answers, CheckoutTerms terms)
    {
        var entry = PhoneRule.Read(tidy, answers.Country ?? terms.ShopCountry);
        if (entry.Fault != EntryFault.NotAPhone || answers.Country is not null)
            return entry;
        var fitting = terms.Delivery.Methods.SelectMany(method => method.Countries).Distinct()
            .Select(country => PhoneRule.Read(tidy, country)).Where(one => one.Value is not null).DistinctBy(one => one.Value).ToList();
        return fitting.Count == 1 ? fitting[0] : entry;
    }

    /// <summary>A postcode of that country, in a place that the shop delivers to, and of the city that was answered before.</summary>
    private static Entry PostcodeOf(string tidy, Answers answers, CheckoutTerms terms)
    {
        var country = answers.Country ?? terms.ShopCountry;
        var entry = PostcodeRule.Read(tidy, country);
        if (entry.Value is not { } postcode)
            return entry;
        var delivery = Territory.Of(country, postcode, answers.City).Delivery;
        if (delivery != country && !terms.Delivery.Serves(delivery))
            return Entry.Wrong(EntryFault.NotDeliveredThere, delivery.Code);
        return country.Code == "IT" && answers.City is { } city && ItalianPlaces.Fits(postcode, city) == false
            ? Entry.Doubtful(postcode, EntryDoubt.PostcodeOfAnotherCity, ItalianPlaces.PostcodesOf(city))
            : entry;
    }

    private static Entry Delivery(string tidy, Answers answers, CheckoutTerms terms) =>
        terms.Delivery.Find(new DeliveryMethodId(tidy)) is { } method && answers.Country is { } country && method.Serves(country)
            ? Entry.Right(method.Id.Value)
            : Entry.Wrong(EntryFault.UnknownDelivery);
}
