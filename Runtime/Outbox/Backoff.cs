namespace CommerceBot.Runtime.Outbox;

/// <summary>
/// How long an outbox row rests before its next try: twice as long each time up to a limit, and a little shorter by chance, so
/// that rows that failed together do not come back together. It follows from the row and its tries alone: a second run of the
/// same try, or another process after a crash, makes the same pause, and it can be stored with the row.
/// </summary>
public static class Backoff
{
    /// <summary>The share of the full pause that is always waited; the rest is chance.</summary>
    public const double Least = 0.8;

    private const int MostDoublings = 30;

    /// <summary>From <see cref="Least"/> of the full pause to the whole of it.</summary>
    /// <param name="first">The full pause after the first try.</param>
    /// <param name="longest">The full pause grows to this and no further.</param>
    public static TimeSpan Of(OutboxRow row, TimeSpan first, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(row);
        var full = Math.Min(longest.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Clamp(row.Attempts, 0, MostDoublings)));
        return TimeSpan.FromSeconds(full * (1 - ((1 - Least) * Chance(row.Id, row.Attempts))));
    }

    /// <summary>
    /// 0 to 1, evenly spread over neighbouring rows and tries: the last steps of SplitMix64 (Steele, Lea and Flood,
    /// 2014).
    /// </summary>
    private static double Chance(OutboxId row, int tries)
    {
        var mixed = unchecked(((ulong)row.Seq * 0x9E3779B97F4A7C15) + ((ulong)row.Place << 32) + (ulong)tries);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        mixed ^= mixed >> 31;
        return (mixed >> 11) / (double)(1UL << 53);
    }
}
