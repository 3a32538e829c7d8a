using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>
/// A process of CommerceBot.dll, as it lies beside the tests or in a folder of its own: ended by its id, whatever happens to the test.
/// </summary>
internal sealed class OwnProcess : IDisposable
{
    private const int LinesKept = 200;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TextWriter? _log;

    private OwnProcess(Process process, TextWriter? log)
    {
        _process = process;
        _log = log;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>137 after SIGKILL. Only once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines it wrote, for a message.</summary>
    public string Said => string.Join(Environment.NewLine, _said);

    /// <param name="log">A file that takes every line it writes; none: only the last lines are kept.</param>
    /// <param name="folder">Where CommerceBot.dll lies; none: beside the tests.</param>
    public static OwnProcess Start(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, string? log = null, string? folder = null)
    {
        folder ??= AppContext.BaseDirectory;
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(folder, "CommerceBot.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var writer = log is null
            ? null
            : TextWriter.Synchronized(
                new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true }
            );
        return new OwnProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."), writer);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public Task EndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.WaitForExit();
        _process.Dispose();
        _log?.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _log?.WriteLine(line);
        _said.Enqueue(line);
        while (_said.Count > LinesKept)
            _said.TryDequeue(out _);
    }
}
