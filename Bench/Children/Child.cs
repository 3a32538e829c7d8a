using System.Diagnostics;
using System.Reflection;

namespace CommerceBot.Bench.Children;

/// Another mode of this program in its own process. It speaks in lines "word rest" on its output, and ends when its input closes,
/// so that nothing stays behind when the bench is interrupted.
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _name;

    private Child(Process process, string name) => (_process, _name) = (process, name);

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// Settings of the runtime other than this program's own go into the environment, which has the last word.
    public static Child Start(string mode, IReadOnlyDictionary<string, string> runtime, params string[] args)
    {
        var host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet") start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (var arg in args.Prepend(mode)) start.ArgumentList.Add(arg);
        foreach (var (name, value) in runtime) start.Environment[name] = value;
        return new Child(Process.Start(start)!, mode);
    }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public Task TellAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// The rest of the next line that begins with the word. Other lines are passed over.
    public async Task<string> HearAsync(string word, TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
                if (line.StartsWith(word, StringComparison.Ordinal)) return line[word.Length..].Trim();
        }
        catch (OperationCanceledException)
        {
            throw new ChildFailedException($"'{_name}' did not say '{word}' within {within.TotalSeconds:0} s");
        }

        await _process.WaitForExitAsync();
        throw new ChildFailedException($"'{_name}' ended with code {_process.ExitCode} before it said '{word}'");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        var drained = _process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await drained;
        _process.Dispose();
    }
}

internal sealed class ChildFailedException(string message) : Exception(message);
