using System.Globalization;

namespace CommerceBot.Chats;

/// <summary>When a person answers: times of each day of the week, by the shop's clock.</summary>
internal sealed class SupportHours
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly List<(TimeSpan From, TimeSpan Until)>[] _open = [.. Days.Select(_ => new List<(TimeSpan, TimeSpan)>())];

    private SupportHours()
    {
    }

    /// <summary>Reads such as <c>Mon-Fri 09:00-13:00, 14:00-18:00; Sat 09:00-12:30</c>.</summary>
    /// <exception cref="FormatException">What cannot be read, and what to write.</exception>
    public static SupportHours Parse(string text)
    {
        var hours = new SupportHours();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var blank = part.IndexOf(' ', StringComparison.Ordinal);
            if (blank < 0)
                throw Wrong(part);
            var spans = part[blank..].Split(',', StringSplitOptions.TrimEntries).Select(SpanOf).ToList();
            foreach (var day in DaysOf(part[..blank]))
                hours._open[day].AddRange(spans);
        }

        if (hours._open.All(day => day.Count == 0))
            throw Wrong(text);
        foreach (var day in hours._open)
            day.Sort();
        return hours;
    }

    public bool IsOpen(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return _open[(int)local.DayOfWeek].Any(span => local.TimeOfDay >= span.From && local.TimeOfDay < span.Until);
    }

    /// <summary>When somebody is there next; now, when somebody is.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (IsOpen(now, zone))
            return now;
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return Enumerable.Range(0, 8).Select(ahead => today.AddDays(ahead))
            .SelectMany(day => _open[(int)day.DayOfWeek].Select(span => At(day + span.From, zone)))
            .First(opens => opens > now);
    }

    /// <summary>A time that a clock set forward leaves out comes an hour later.</summary>
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var there = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, zone.GetUtcOffset(there));
    }

    private static IEnumerable<int> DaysOf(string text)
    {
        var ends = text.Split('-').Select(day => Array.IndexOf(Days, day.ToLowerInvariant())).ToArray();
        if (ends.Length is 0 or > 2 || ends.Contains(-1))
            throw Wrong(text);
        var count = (ends[^1] - ends[0] + 7) % 7;
        return Enumerable.Range(0, count + 1).Select(ahead => (ends[0] + ahead) % 7);
    }

    private static (TimeSpan From, TimeSpan Until) SpanOf(string text) =>
        text.Split('-') is [var from, var until] && TimeOf(from) is { } begin && TimeOf(until) is { } end && begin < end
            ? (begin, end)
            : throw Wrong(text);

    private static TimeSpan? TimeOf(string text) => text.Trim() == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan() : null;

    private static FormatException Wrong(string part) =>
        new($"'{part}' cannot be read. Write days and times, such as Mon-Fri 09:00-13:00, 14:00-18:00; Sat 09:00-12:30.");
}
