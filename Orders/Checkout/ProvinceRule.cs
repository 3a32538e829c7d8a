namespace CommerceBot.Orders;

/// <summary>A province: in Italy the two letters of one that exists, elsewhere a county or state in words.</summary>
internal static class ProvinceRule
{
    private const int Longest = 60;

    public static Entry Read(string tidy, Answers answers)
    {
        if (tidy.Length > Longest)
            return Entry.Wrong(EntryFault.TooLong);
        if (answers.Country is not { Code: "IT" })
            return OtherAnswer.Of(tidy, EntryFault.NotAProvince) is not EntryFault.None and var fault
                ? Entry.Wrong(fault)
                : Entry.Right(tidy);
        if (ItalianPlaces.FindProvince(tidy) is not { } province)
            return Entry.Wrong(EntryFault.NotAProvince, answers.City is { } city ? ItalianPlaces.ProvinceOf(city, answers.Postcode)?.Code
                ?? "MI" : "MI");
        return answers.Postcode is { Length: 5 } postcode && !province.Has(postcode)
            ? Entry.Doubtful(province.Code, EntryDoubt.ProvinceOfAnotherPostcode)
            : Entry.Right(province.Code);
    }
}
