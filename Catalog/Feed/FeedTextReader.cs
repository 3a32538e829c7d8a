namespace CommerceBot.Catalog.Feed;

/// <summary>Checks a row of Meta's language feed: an id, a language such as <c>it_IT</c>, and texts.</summary>
internal sealed class FeedTextReader(ImportProblems problems)
{
    public FeedText? Read(FeedRow row)
    {
        var errors = problems.Errors;
        var sku = FeedTexts.Id(row, problems);
        var language = row[Column.Override].Split('_', '-')[0].ToLowerInvariant();
        if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
            problems.Error(
                row.Line, Column.Override.Name(), row[Column.Override],
                "write a language and country, such as it_IT (country feeds are not read)");
        return problems.Errors > errors
            ? null
            : new FeedText(
                row.Line, sku, new Language(language), FeedTexts.Title(row, problems, required: false),
                FeedTexts.Description(row, problems, required: false), FeedCategory.FromPath(row[Column.ProductType]),
                    FeedChoices.Read(row))
            {
                Facts = FeedFacts.Read(row),
                Warnings = FeedSafety.Warnings(row),
            };
    }
}
