namespace CommerceBot.Bench.Report;

/// The middle of several runs, and how far apart they lay: (highest - lowest) / middle.
internal readonly record struct Median(double Value, double Spread)
{
    public static Median Of(IEnumerable<double> runs)
    {
        var sorted = runs.Order().ToArray();
        var half = sorted.Length / 2;
        var middle = sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Median(middle, middle == 0 ? 0 : (sorted[^1] - sorted[0]) / middle);
    }
}
