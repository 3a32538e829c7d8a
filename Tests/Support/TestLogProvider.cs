using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Support;

/// <summary>What a host wrote to its log, for whoever looks into a failure.</summary>
internal sealed class TestLogProvider : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public event Action<LogLine>? Written;

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    /// <summary>Warnings and worse, one a line.</summary>
    public string Troubles =>
        string.Join('\n', _lines.Where(line => line.Level >= LogLevel.Warning).Select(line => $"{line.Level}: {line.Text}"));

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(TestLogProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var facts = state as IEnumerable<KeyValuePair<string, object?>>;
            var line = new LogLine(
                category, eventId.Id, logLevel, formatter(state, exception), exception,
                facts?.ToDictionary(fact => fact.Key, fact => fact.Value) ?? []);
            provider._lines.Enqueue(line);
            provider.Written?.Invoke(line);
        }
    }
}

internal sealed record LogLine(
    string Category, int Event, LogLevel Level, string Message, Exception? Problem, IReadOnlyDictionary<string, object?> Facts)
{
    public string Text => Problem is null ? $"{Category}: {Message}" : $"{Category}: {Message}\n  {Problem}";
}
