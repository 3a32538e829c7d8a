using System.Diagnostics;
using System.Runtime.InteropServices;
using CommerceBot.Tests.BotFramework.Listing;

namespace CommerceBot.Tests.Simulator.Clients;

/// <summary>Stripe's own clients, installed from npm in exact versions, without their scripts, once for all tests.</summary>
internal static class NodePackages
{
    private static readonly string Here = Path.Combine(Repository.Root, "Tests", "Simulator", "Clients");
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "node-clients");
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <returns>The folder with <c>node_modules</c> in it.</returns>
    public static async Task<string> InstallAsync(CancellationToken cancel)
    {
        await OneAtATime.WaitAsync(cancel);
        try
        {
            var wanted = await File.ReadAllTextAsync(Path.Combine(Here, "package.json"), cancel);
            var done = Path.Combine(Folder, "installed.json");
            if (File.Exists(done) && await File.ReadAllTextAsync(done, cancel) == wanted) return Folder;
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(Path.Combine(Folder, "package.json"), wanted, cancel);
            var npm = await RunAsync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], "", [],
                cancel);
            if (npm.Status != 0) throw new InvalidOperationException($"npm install ended with {npm.Status}: {npm.Output}{npm.Errors}");
            await File.WriteAllTextAsync(done, wanted, cancel);
            return Folder;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Runs a script that stands beside this file.</summary>
    public static Task<Ended> NodeAsync(string script, string input, Dictionary<string, string> settings, CancellationToken cancel) =>
        RunAsync("node", [Path.Combine(Here, script)], input, settings, cancel);

    /// <summary>Runs Stripe's command line, which is a program of its own inside its package.</summary>
    public static Task<Ended> StripeAsync(string[] arguments, string home, CancellationToken cancel)
    {
        var machine = RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";
        var program = Path.Combine(Folder, "node_modules", "@stripe", $"cli-linux-{machine}", "bin", "stripe");
        // It asks the wide web for newer versions of itself; here it finds nobody there.
        return RunAsync(program, arguments, "", new()
        {
            ["HOME"] = home, ["STRIPE_CLI_TELEMETRY_OPTOUT"] = "1", ["HTTPS_PROXY"] = "http://127.0.0.1:9", ["NO_PROXY"] = "127.0.0.1",
        }, cancel);
    }

    private static async Task<Ended> RunAsync(
        string program, string[] arguments, string input, Dictionary<string, string> settings, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var end = cancel.Register(() => process.Kill(entireProcessTree: true));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        return new Ended(process.ExitCode, await output, await errors);
    }
}

/// <summary>How a program ended, and what it said.</summary>
internal sealed record Ended(int Status, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
