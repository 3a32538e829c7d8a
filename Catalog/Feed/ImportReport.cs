namespace CommerceBot.Catalog.Feed;

/// <summary>What an import did, or with a dry run would have done.</summary>
/// <param name="Read">Rows under the header, comments not counted.</param>
/// <param name="Imported">Rows that are now in the catalogue (or texts of another language, from an override feed).</param>
/// <param name="Hidden">Rows that the merchant hides: shown to nobody, and no error.</param>
/// <param name="Archived">Variants that the feed no longer holds: off sale, still known to old orders and buttons.</param>
/// <param name="CountedSince">Imported rows whose stock was counted after the feed's time: theirs stays as it is.</param>
/// <param name="Problems">The first ones, in the order of their lines; the counts are of all.</param>
/// <param name="Refused">Why the whole file was refused and nothing changed; null when it was not.</param>
internal sealed record ImportReport(
    long Read,
    long Imported,
    long Products,
    long Variants,
    long Hidden,
    long Archived,
    long CountedSince,
    long Errors,
    long Warnings,
    IReadOnlyList<ImportProblem> Problems,
    bool DryRun,
    string? Refused)
{
    public bool Succeeded => Refused is null;
}

/// <summary>One thing wrong with one row: where, what stands there, and what to do.</summary>
/// <param name="IsError">The row was left out; else it was imported all the same.</param>
internal sealed record ImportProblem(long Line, string Column, string Value, string Advice, bool IsError)
{
    public override string ToString() =>
        $"line {Line}{(Column.Length > 0 ? $", {Column}" : "")}{(Value.Length > 0 ? $" '{Value}'" : "")}: {Advice}";
}

/// <param name="Bytes">Read so far.</param>
/// <param name="Total">Of the file, when known.</param>
internal readonly record struct ImportProgress(long Bytes, long? Total, long Rows);

/// <param name="Currency">The shop's: of prices that name none, and the only one sold in.</param>
/// <param name="FeedTime">When the feed was true: its stock replaces older stock, never newer, and knows of no later
/// sale. Not in the future.</param>
/// <param name="DryRun">Read, check and report, and leave the catalogue as it is.</param>
/// <param name="Replace">The merchant means it, however much goes off sale.</param>
internal sealed record ImportOptions(Currency Currency, DateTimeOffset FeedTime, bool DryRun = false, bool Replace = false)
{
    /// <summary>Those for which the shop has a rate.</summary>
    public IReadOnlyCollection<VatClass> VatClasses { get; init; } = [VatClass.Standard, VatClass.Zero];
}
