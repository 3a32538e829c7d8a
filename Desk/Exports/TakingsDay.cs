using CommerceBot.Catalog;

namespace CommerceBot.Desk.Exports;

/// <summary>What came and went back at one rate: on one day, or to one country.</summary>
/// <param name="Back">Below zero.</param>
/// <param name="Vat">Inside both together.</param>
internal sealed record TakingsDay(Money Came, Money Back, Money Vat)
{
    /// <summary>Below zero when more went back than came.</summary>
    public Money Sum => Came + Back;

    public Money Net => Sum - Vat;

    public static IReadOnlyList<string> Columns { get; } = ["day", "invoiced", "rate", "came", "back", "sum", "vat", "net", "currency"];

    public static TakingsDay Nothing(Currency currency) => new(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));

    public TakingsDay With(TakingsPart part) => part.Gross.Minor >= 0
        ? this with { Came = Came + part.Gross, Vat = Vat + part.Vat }
        : this with { Back = Back + part.Gross, Vat = Vat + part.Vat };
}
