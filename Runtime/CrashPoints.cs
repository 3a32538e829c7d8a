using System.Globalization;

namespace CommerceBot.Runtime;

/// <summary>
/// Named places where a crash test kills the process, as SIGKILL would: <c>Crash:At=NAME</c>, or <c>NAME:3</c> for the
/// third time that the place is reached. Armed only while every service is a simulator.
/// </summary>
public static class CrashPoints
{
    /// <summary>The rows of a webhook are stored, and nothing was answered yet.</summary>
    public const string AfterInboxCommit = "after-inbox-commit";

    /// <summary>A group of writes with a turn in it is applied, and not committed.</summary>
    public const string BeforeCommit = "before-turn-commit";

    /// <summary>A turn is committed, and nothing of it was sent yet.</summary>
    public const string AfterCommit = "after-turn-commit";

    /// <summary>A message was sent, and its row does not say so yet.</summary>
    public const string AfterSend = "after-send";

    /// <summary>The points of this module; others declare their own.</summary>
    public static readonly IReadOnlyList<string> All = [AfterInboxCommit, BeforeCommit, AfterCommit, AfterSend];

    private static volatile Armed? _armed;

    /// <summary>Arms the point that a crash test names; refused where anything but simulators could be harmed.</summary>
    /// <param name="others">Points that other modules reach.</param>
    /// <exception cref="ArgumentException">There is no such point.</exception>
    public static void ArmFrom(string? setting, bool onlySimulators, params IReadOnlyList<string> others)
    {
        if (string.IsNullOrEmpty(setting))
            return;
        if (!onlySimulators)
            throw new InvalidOperationException("Crash:At is set, and a service is real: it is for crash tests with the simulators alone.");
        _armed = Read(setting, [.. All, .. others]);
    }

    /// <summary>Ends the process here, when this point is armed, this is the time it names, and <paramref name="when"/> holds.</summary>
    public static void Reach(string name, bool when = true)
    {
        if (when && _armed is { } armed && armed.Name == name && armed.IsNow())
            Die();
    }

    private static Armed Read(string setting, string[] points)
    {
        var (name, times) = setting.Split(':', 2) is [var point, var count] ? (point, count) : (setting, "1");
        return points.Contains(name) && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time > 0
            ? new Armed(name, time)
            : throw new ArgumentException(
                $"Crash:At is '{setting}': use one of {string.Join(", ", points)}, with ':3' behind it for the third time.",
                nameof(setting));
    }

    private static void Die()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }

    private sealed class Armed(string name, int times)
    {
        private int _left = times;

        public string Name => name;

        public bool IsNow() => Interlocked.Decrement(ref _left) == 0;
    }
}
