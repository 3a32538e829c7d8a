using System.Diagnostics;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Commands;

/// <summary>What a command said, and how it ended.</summary>
internal sealed record Said(int Code, string Out, string Errors)
{
    public override string ToString() => $"exit {Code}\n{Out}\n[errors]\n{Errors}";
}

/// <summary>Runs the program as an operator does: a process of its own, with nothing to type into and no terminal.</summary>
internal static class Run
{
    private static readonly Dictionary<string, string> None = [];

    public static Task<Said> OnAsync(string folder, params string[] words) => OnAsync(folder, None, words);

    public static async Task<Said> OnAsync(string folder, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        using var process = Start(folder, settings, words);
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await WaitAsync(process);
        return new Said(process.ExitCode, await said, await errors);
    }

    /// <summary>Beside a running shop, whose clock has to go on while the command waits for it.</summary>
    public static async Task<Said> BesideAsync(ShopHost host, params string[] words)
    {
        using var process = Start(host.Folder, None, words);
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = WaitAsync(process);
        // The shop does what it can before its clock moves on: on a slow machine no wait of its ends earlier than on a quick one.
        while (!ended.IsCompleted)
        {
            await host.StepAsync(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(ended, Task.Delay(20));
        }

        await ended;
        return new Said(process.ExitCode, await said, await errors);
    }

    public static Process Start(string folder, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CommerceBot.dll"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["Data__Folder"] = folder;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
        process.StandardInput.Close();
        return process;
    }

    private static async Task WaitAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The command does not end.");
        }
    }
}

/// <summary>A data folder for commands that need no shop.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("commands-").FullName;

    public void Dispose() => Folders.Delete(Path);
}
