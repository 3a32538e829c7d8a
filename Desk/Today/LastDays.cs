using CommerceBot.Catalog;

namespace CommerceBot.Desk.Today;

/// <summary>The last thirty days of a shop, by its own clock; today is the last one.</summary>
/// <param name="Begin">The moment in which the first of them began.</param>
internal sealed record LastDays(DateOnly First, DateTimeOffset Begin, TimeZoneInfo Zone)
{
    public const int Count = 30;

    public static LastDays Until(DateTimeOffset now, TimeZoneInfo zone)
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(1 - Count);
        return new LastDays(first, StartOf(first, zone), zone);
    }

    /// <summary>When a day begins; where the clock jumps over midnight, when it has jumped.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>What was taken on each day, nothing included, in one currency.</summary>
    public IReadOnlyList<(DateOnly Day, Money Amount)> AddUp(IEnumerable<Takings> takings, Currency currency)
    {
        var sums = takings.Where(taken => taken.Amount.Currency == currency).GroupBy(taken => DayOf(taken.From))
            .ToDictionary(day => day.Key, day => day.Aggregate(Money.Zero(currency), (sum, taken) => sum + taken.Amount));
        return [.. Days.Select(day => (day, sums.GetValueOrDefault(day, Money.Zero(currency))))];
    }

    /// <summary>How many pieces were sold on each day, none included.</summary>
    public IReadOnlyList<(DateOnly Day, long Pieces)> AddUp(IEnumerable<(DateTimeOffset From, long Pieces)> sold)
    {
        var sums = sold.GroupBy(one => DayOf(one.From)).ToDictionary(day => day.Key, day => day.Sum(one => one.Pieces));
        return [.. Days.Select(day => (day, sums.GetValueOrDefault(day)))];
    }

    private IEnumerable<DateOnly> Days => Enumerable.Range(0, Count).Select(First.AddDays);

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
