namespace CommerceBot.Orders;

/// <summary>
/// Until when a shopper may withdraw: 14 days from the day on which the last goods were received (Directive 2011/83/EU, art. 9(1) and
/// (2)(b)). That day itself does not count, the last one counts to its end, and a last day that is a Saturday, a Sunday or a public
/// holiday is followed by the next working day (Regulation 1182/71, art. 3(1), (2) and (4); all read 2026-11). Days are the shop's.
/// An unknown day of delivery is the worst case for the shop: the period has not begun to end. Holidays are those that many member
/// states have, whichever the shop's is: a day too many harms nobody.
/// </summary>
public static class WithdrawalPeriod
{
    /// <summary>How many days it has, the day of delivery not counted.</summary>
    public const int Days = 14;

    /// <summary>The money must be back within so many days of the declaration (art. 13(1)).</summary>
    public const int RefundDays = 14;

    private static readonly (int Month, int Day)[] Holidays =
        [(1, 1), (1, 6), (5, 1), (8, 15), (11, 1), (12, 8), (12, 24), (12, 25), (12, 26), (12, 31)];

    /// <summary>Whether the shopper may withdraw from something of the order at that moment.</summary>
    public static bool IsOpen(Order order, DateTimeOffset at, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.IsPaid && order.LeftToWithdraw().Any(line => line.Quantity > 0) && !(EndOf(order, zone) <= at);
    }

    /// <summary>The first moment after the period; null while nobody knows that the goods were delivered.</summary>
    public static DateTimeOffset? EndOf(Order order, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(zone);
        if (order.State != OrderState.Delivered)
            return null;
        // What was delivered before the day was kept was delivered before its last change.
        var delivered = TimeZoneInfo.ConvertTime(order.Delivered ?? order.Updated, zone);
        var last = DateOnly.FromDateTime(delivered.Date).AddDays(Days);
        while (IsFree(last))
            last = last.AddDays(1);
        var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end));
    }

    private static bool IsFree(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains((day.Month, day.Day))
        || day == Easter(day.Year).AddDays(1);

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }
}
