namespace CommerceBot.Simulator.Stripe.Faults;

/// <summary>Dice whose n-th throw for a purpose is the same for the same seed, whatever else was thrown meanwhile (SplitMix64).</summary>
internal readonly record struct SeededRandom(long Seed)
{
    /// <returns>From 0 up to, not including, 1.</returns>
    public double Throw(string purpose, long nth)
    {
        var state = Mix((ulong)Seed);
        foreach (var letter in purpose) state = Mix(state ^ letter);
        return (Mix(state ^ (ulong)nth) >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
