using System.Text.Json;

namespace CommerceBot.Simulator.Assistant;

/// <summary>What goes wrong with the next calls.</summary>
internal enum AssistantFault
{
    None,

    /// <summary>Error 429, rate_limit_exceeded.</summary>
    RateLimit,

    /// <summary>Error 500, server_error.</summary>
    ServerError,

    /// <summary>Status 200 and a body that is no JSON.</summary>
    Malformed,

    /// <summary>An answer that the schema does not allow.</summary>
    OffSchema,

    /// <summary>Text that tries to speak to whoever reads it.</summary>
    Injection,

    /// <summary>The model says that it will not.</summary>
    Refusal,

    /// <summary>The answer ends in its middle, where the tokens ended.</summary>
    Length,

    /// <summary>A body without end.</summary>
    Endless,

    /// <summary>The connection closes.</summary>
    Cut,

    /// <summary>No answer comes until the caller gives up.</summary>
    Hang,
}

/// <param name="Answer">What the model writes: a text, or an object that it writes as JSON; null for the simulator's own rule.</param>
/// <param name="Times">How many calls the fault strikes.</param>
internal sealed record AssistantSettings(
    JsonElement? Answer = null, AssistantFault Fault = AssistantFault.None, int Times = int.MaxValue, int DelayMilliseconds = 0);

/// <summary>How the simulator answers, and the requests that came, as they came; all of it is forgotten with the process.</summary>
internal sealed class AssistantState
{
    private const int MostRequests = 100;

    private readonly Lock _lock = new();
    private readonly Queue<string> _requests = new();
    private AssistantSettings _settings = new();
    private int _struck;

    public AssistantSettings Settings
    {
        get
        {
            lock (_lock)
                return _settings;
        }
        set
        {
            lock (_lock)
                (_settings, _struck) = (value, 0);
        }
    }

    /// <summary>The newest bodies, the oldest first.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public void Note(string body)
    {
        lock (_lock)
        {
            _requests.Enqueue(body);
            if (_requests.Count > MostRequests)
                _requests.Dequeue();
        }
    }

    /// <summary>How this call is answered.</summary>
    public AssistantSettings Next()
    {
        lock (_lock)
            return _struck++ < _settings.Times ? _settings : _settings with { Fault = AssistantFault.None };
    }
}
