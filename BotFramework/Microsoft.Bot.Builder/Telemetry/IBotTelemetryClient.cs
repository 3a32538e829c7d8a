namespace Microsoft.Bot.Builder;

/// <summary>Where a bot and its dialogs report what happens.</summary>
public interface IBotTelemetryClient
{
    void TrackAvailability(string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string? message = null, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);

    void TrackDependency(string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration, string resultCode, bool success);

    void TrackEvent(string eventName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);

    void TrackException(Exception exception, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);

    void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties);

    void Flush();
}

/// <summary>Reports dialogs as pages, too.</summary>
public interface IBotPageViewTelemetryClient
{
    void TrackPageView(string dialogName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null);
}

public enum Severity
{
    Verbose = 0,
    Information = 1,
    Warning = 2,
    Error = 3,
    Critical = 4,
}
