namespace Microsoft.Bot.Builder;

/// <summary>Where a bot and its dialogs report what happens.</summary>
public interface IBotTelemetryClient
{
    /// <summary>Whether something was reached, and how long it took.</summary>
    void TrackAvailability(
        string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string? message = null,
        IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);

    /// <summary>A call to another service, and how it ended.</summary>
    void TrackDependency(
        string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration,
        string resultCode, bool success);

    /// <summary>Something happened that has a name.</summary>
    void TrackEvent(string eventName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);

    /// <summary>Something threw.</summary>
    void TrackException(Exception exception, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);

    /// <summary>A line of text.</summary>
    void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties);

    /// <summary>Sends on what is kept back.</summary>
    void Flush();
}

/// <summary>Reports dialogs as pages, too.</summary>
public interface IBotPageViewTelemetryClient
{
    /// <summary>A dialog was shown.</summary>
    void TrackPageView(string dialogName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);
}

/// <summary>How much a line matters, rising.</summary>
public enum Severity
{
    /// <summary>For whoever looks closely.</summary>
    Verbose = 0,

    /// <summary>All is as it should be.</summary>
    Information = 1,

    /// <summary>It may lead to trouble.</summary>
    Warning = 2,

    /// <summary>Something failed.</summary>
    Error = 3,

    /// <summary>It cannot go on.</summary>
    Critical = 4,
}
