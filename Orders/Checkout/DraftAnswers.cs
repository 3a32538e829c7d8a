namespace CommerceBot.Orders;

/// <summary>What one answer does to the others.</summary>
internal static class DraftAnswers
{
    /// <summary>Puts a checked answer in.</summary>
    /// <param name="typed">As the shopper wrote it: it may say more than the value (a province, a number without a prefix).</param>
    public static Answers Put(Answers answers, Question question, string value, string typed, CheckoutTerms terms)
    {
        var with = answers.With(question, value);
        return question switch
        {
            Question.Phone => with with { PhoneBeforeCountry = with.Country is null && !PhoneRule.IsInternational(typed)
                ? TextNormalization.OneLine(typed) : null },
            Question.Country =>
                with.Country == answers.Country ? PhoneRead(with, terms) : PhoneRead(WithoutWhatNoLongerFits(with, terms), terms),
            Question.Postcode => Province(Territorial(with, terms), null),
            Question.City => Province(Territorial(with, terms), ItalianPlaces.Split(TextNormalization.OneLine(typed)).Province),
            _ => with,
        };
    }

    /// <summary>Takes an answer back; a province stands and falls with its town.</summary>
    public static Answers Without(Answers answers, Question question) => question switch
    {
        Question.Country or Question.Postcode or Question.City => answers.With(question, null) with { Province = null },
        Question.Phone => answers.With(question, null) with { PhoneBeforeCountry = null },
        _ => answers.With(question, null),
    };

    /// <summary>
    /// A number that was read without knowing the country, read in it; one that does not exist there stays as it was read.
    /// </summary>
    private static Answers PhoneRead(Answers answers, CheckoutTerms terms)
    {
        if (answers is not { PhoneBeforeCountry: { } typed, Country: not null })
            return answers;
        var read = EntryRules.Read(Question.Phone, typed, answers, terms).Value;
        return answers with { Phone = read ?? answers.Phone, PhoneBeforeCountry = null };
    }

    /// <summary>A postcode of San Marino under Italy is San Marino's.</summary>
    private static Answers Territorial(Answers answers, CheckoutTerms terms)
    {
        if (answers is not { Country: { } country, Postcode: { } postcode } || answers.Territory is not { } territory
            || territory.Delivery == country)
            return answers;
        return PostcodeRule.Find(postcode, territory.Delivery) is { } written && terms.Delivery.Serves(territory.Delivery)
            ? WithoutWhatNoLongerFits(answers with { Country = territory.Delivery, Postcode = written }, terms)
            : answers;
    }

    /// <summary>The province that was said, or the one that town and postcode agree on.</summary>
    private static Answers Province(Answers answers, Province? said)
    {
        if (answers is not { Country.Code: "IT", City: { } city })
            return answers.Country is { Code: "IT" } ? answers with { Province = null } : answers;
        var found = said ?? (answers.PossibleProvinces is [var only] ? only : ItalianPlaces.ProvinceOf(city, answers.Postcode));
        return answers with { Province = found?.Code };
    }

    /// <summary>Another country has other postcodes, provinces and carriers.</summary>
    private static Answers WithoutWhatNoLongerFits(Answers answers, CheckoutTerms terms)
    {
        answers = answers with { Province = null };
        foreach (var question in (Question[])[Question.Postcode, Question.DeliveryMethod])
            if (answers[question] is { } old && EntryRules.Read(question, old, answers, terms).Value is null)
                answers = answers.With(question, null);
        return answers;
    }
}
