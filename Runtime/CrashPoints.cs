namespace CommerceBot.Runtime;

/// <summary>
/// Named places where a crash test kills the process, as SIGKILL would: <c>Crash:At=NAME</c>. Armed only while every
/// service is a stand-in, and once a data folder, so that the next start goes past it.
/// </summary>
public static class CrashPoints
{
    public const string AfterInboxCommit = "after-inbox-commit";
    public const string BeforeCommit = "before-turn-commit";
    public const string AfterCommit = "after-turn-commit";
    public const string AfterStripeCall = "after-stripe-call";
    public const string AfterSend = "after-send";

    public static readonly IReadOnlyList<string> All = [AfterInboxCommit, BeforeCommit, AfterCommit, AfterStripeCall, AfterSend];

    private static volatile string? _armed;

    /// <exception cref="ArgumentException">There is no such point.</exception>
    public static void Arm(string name)
    {
        if (!All.Contains(name))
            throw new ArgumentException($"Crash:At is '{name}': use one of {string.Join(", ", All)}.", nameof(name));
        _armed = name;
    }

    /// <summary>Arms the point that a crash test names; refused where anything but stand-ins could be harmed.</summary>
    public static void ArmFrom(string? name, bool onlyStandIns)
    {
        if (string.IsNullOrEmpty(name))
            return;
        if (!onlyStandIns)
            throw new InvalidOperationException("Crash:At is set, and a service is real: it is for crash tests with the stand-ins alone.");
        Arm(name);
    }

    public static void Reach(string name, bool when = true)
    {
        if (when && _armed == name)
            Die();
    }

    private static void Die()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
