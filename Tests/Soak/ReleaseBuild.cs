using System.Diagnostics;
using CommerceBot.Tests.BotFramework.Listing;

namespace CommerceBot.Tests.Soak;

/// <summary>The shop as a merchant runs it: what a debug build keeps beside its code is no measure of memory.</summary>
internal static class ReleaseBuild
{
    /// <summary>Builds it if sources are newer.</summary>
    /// <returns>The folder with CommerceBot.dll.</returns>
    public static async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "CommerceBot.csproj", "-c", "Release", "-v", "quiet", "--nologo"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var said = await build.StandardOutput.ReadToEndAsync(cancellationToken);
        await build.WaitForExitAsync(cancellationToken);
        return build.ExitCode == 0
            ? Path.Combine(Repository.Root, "artifacts", "bin", "CommerceBot", "release")
            : throw new InvalidOperationException($"The release build fails:{Environment.NewLine}{said}");
    }
}
