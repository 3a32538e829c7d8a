using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace CommerceBot.Desk.Charts;

/// <summary>What each day brought (money, or pieces) as a picture, with no script: bars, a line for nothing, days below.</summary>
internal static class DailyChart
{
    private const double Width = 720;
    private const double NarrowWidth = 340;
    private const double Height = 240;

    /// <summary>Browsers' letters are wider than the library takes them for.</summary>
    private const double RoomForAmounts = 28;
    private const double HalfBar = 0.36;
    private const int DaysBetweenLabels = 7;

    /// <param name="days">Each with its amount in the currency's main unit or its pieces, the oldest first.</param>
    /// <param name="isDark">Whether it stands on a dark page.</param>
    /// <param name="isNarrow">Whether it stands on a phone.</param>
    public static string Draw(IReadOnlyList<(DateOnly Day, decimal Amount)> days, CultureInfo culture, bool isDark, bool isNarrow)
    {
        var ink = isDark ? OxyColor.FromRgb(0xa9, 0xb4, 0xc4) : OxyColor.FromRgb(0x56, 0x61, 0x73);
        var line = isDark ? OxyColor.FromRgb(0x31, 0x3b, 0x4a) : OxyColor.FromRgb(0xd9, 0xde, 0xe6);
        var model = new PlotModel
        {
            Background = OxyColors.Transparent, PlotAreaBorderThickness = new OxyThickness(0), TextColor = ink, Culture = culture,
            DefaultFont = "system-ui, sans-serif", Padding = new OxyThickness(RoomForAmounts, 8, RoomForAmounts / 2, 0),
        };
        model.Axes.Add(Days(days, culture, line));
        model.Axes.Add(Amounts(days, line));
        var bars = new RectangleBarSeries
        {
            FillColor = isDark ? OxyColor.FromRgb(0xa8, 0xc7, 0xfa) : OxyColor.FromRgb(0x0b, 0x57, 0xd0), StrokeThickness = 0,
        };
        for (var at = 0; at < days.Count; at++)
            bars.Items.Add(new RectangleBarItem(at - HalfBar, 0, at + HalfBar, (double)days[at].Amount));
        model.Series.Add(bars);
        return SvgExporter.ExportToString(model, isNarrow ? NarrowWidth : Width, Height, isDocument: true);
    }

    private static LinearAxis Days(IReadOnlyList<(DateOnly Day, decimal Amount)> days, CultureInfo culture, OxyColor line) => new()
    {
        Position = AxisPosition.Bottom, Minimum = -0.6, Maximum = days.Count - 0.4, MajorStep = DaysBetweenLabels, MinorTickSize = 0,
        TicklineColor = line, AxislineColor = line, AxislineStyle = LineStyle.Solid, IntervalLength = 40,
        LabelFormatter = at => at >= 0 && at < days.Count && at % 1 == 0 ? days[(int)at].Day.ToString("d MMM", culture) : "",
    };

    private static LinearAxis Amounts(IReadOnlyList<(DateOnly Day, decimal Amount)> days, OxyColor line) => new()
    {
        Position = AxisPosition.Left, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = line, MinorTickSize = 0, MajorTickSize = 0,
        Minimum = (double)Math.Min(0, days.Select(day => day.Amount).DefaultIfEmpty().Min()) * 1.1,
        Maximum = Math.Max(1, (double)days.Select(day => day.Amount).DefaultIfEmpty().Max() * 1.1), IntervalLength = 50,
        MinimumMajorStep = 1, StringFormat = "N0",
    };
}
