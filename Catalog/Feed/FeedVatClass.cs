namespace CommerceBot.Catalog.Feed;

/// <summary>
/// The class of VAT of a row: our own column, or Google's <c>tax_category</c>, a free word of the merchant's (read 2026-11). In ours a word
/// that nobody knows is an error, since the wrong VAT would be paid; in Google's, which may be about another country's taxes, a warning.
/// </summary>
internal static class FeedVatClass
{
    /// <summary>Null where the row says nothing.</summary>
    public static VatClass? Read(FeedRow row, IReadOnlyCollection<VatClass> known, ImportProblems problems)
    {
        var (own, google) = (row[Column.VatClass], row[Column.TaxCategory]);
        if (own.Length > 0)
        {
            if (Find(own) is { } named)
                return named;
            problems.Error(row.Line, Column.VatClass.Name(), own, $"write {Words(known)}; other classes need a rate in Shop:VatRates");
        }
        else if (google.Length > 0)
        {
            if (Find(google) is { } named)
                return named;
            problems.Warn(row.Line, Column.TaxCategory.Name(), google, $"not one of {Words(known)}: sold at the standard rate of VAT");
        }

        return null;

        VatClass? Find(string word) => VatClasses.Find(word) is { } found && known.Contains(found) ? found : null;
    }

    private static string Words(IEnumerable<VatClass> known) => string.Join(", ", known.Select(one => one.Word()));
}
