namespace CommerceBot.Orders;

/// <summary>A town: one letter is enough (Y, Å). In Italy it must be where the postcode is, or is asked again.</summary>
internal static class CityRule
{
    private const int Longest = 100;

    public static Entry Read(string tidy, Answers answers)
    {
        var town = Town(tidy, answers);
        if (town.Length > Longest)
            return Entry.Wrong(EntryFault.TooLong);
        if (OtherAnswer.Of(town, EntryFault.NotACity) is not EntryFault.None and var fault)
            return Entry.Wrong(fault);
        if (answers is not { Country.Code: "IT", Postcode: { } postcode } || ItalianPlaces.Fits(postcode, town) != false)
            return Entry.Right(town);
        return Entry.Doubtful(town, EntryDoubt.CityOfAnotherPostcode, ItalianPlaces.CityOf(postcode) ?? ItalianPlaces.PostcodesOf(town));
    }

    /// <summary>"20121 Milano MI" after the postcode 20121 is Milano.</summary>
    private static string Town(string tidy, Answers answers)
    {
        var town = answers.Postcode is { Length: > 1 } postcode && tidy.StartsWith(postcode, StringComparison.OrdinalIgnoreCase)
            && tidy[postcode.Length..].TrimStart(' ', ',', '-') is { Length: > 0 } rest
            ? rest
            : tidy;
        return answers.Country is { Code: "IT" } ? ItalianPlaces.Split(town).Town : town;
    }
}
