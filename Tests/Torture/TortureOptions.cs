namespace CommerceBot.Tests.Torture;

/// <summary>What a run is asked for.</summary>
/// <param name="Plant">Kinds of difference to plant after the run and before the audit.</param>
/// <param name="Keep">Keeps the folder although nothing was found.</param>
internal sealed record TortureOptions(int Purchases, int Seed, int Together, IReadOnlyList<string> Plant, bool Keep)
{
    /// <summary>Whoever takes longer is stuck: two minutes past the longest wait that the shop makes anybody take.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(4);

    /// <summary>When the last shopper is sent home: three seconds for each, which is many times what it takes.</summary>
    public TimeSpan Longest => TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(3 * Purchases);
}
