namespace CommerceBot.Tests.Support;

/// <summary>How long a test waits in real time for what needs no time of its own.</summary>
internal static class TestTimeouts
{
    /// <summary>
    /// After so long something hangs, also where many others use the machine. No test may come near it, and none may pass because of
    /// it: what takes time in the shop takes the time of the test's own clock.
    /// </summary>
    public static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);
}
