namespace CommerceBot.Simulator.Hosting;

/// <summary>
/// How much the simulators take in, in bytes; more is refused. Meta and Stripe publish no such sizes: the longest message that
/// Messenger's own limits allow has some 60 KB, and Stripe's largest requests are forms of a few KB.
/// </summary>
internal static class SimulatorLimits
{
    /// <summary>A body at any address of the simulators.</summary>
    public const int Body = 256 * 1024;
}
