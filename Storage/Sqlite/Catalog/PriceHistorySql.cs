namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>Every price that a variant had. Triggers write a row for each change; whoever made it says when.</summary>
internal static class PriceHistorySql
{
    /// <summary>Dates what this transaction changed: <c>@now</c>.</summary>
    public const string Date = "UPDATE price_history SET at = @now WHERE at IS NULL";
}
