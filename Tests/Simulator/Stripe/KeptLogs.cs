using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>Everything that was logged, by anybody, at any level.</summary>
internal sealed class KeptLogs : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
