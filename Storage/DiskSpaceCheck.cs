using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommerceBot.Storage;

/// <summary>Tells that the data folder's disk is nearly full, before nothing can be stored any more.</summary>
/// <param name="freeBytes">Bytes that the disk of the data folder has left for us.</param>
internal sealed class DiskSpaceCheck(Func<long> freeBytes) : IHealthCheck
{
    /// <summary>Room for the write-ahead log at its longest, an import of a large feed and a day of rows.</summary>
    public const long Least = 512L * 1024 * 1024;

    private const long Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = freeBytes();
        var data = new Dictionary<string, object> { ["freeMegabytes"] = free / Megabyte };
        return Task.FromResult(free >= Least
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"only {free / Megabyte} MB are free on the data folder's disk"), data: data));
    }

    /// <summary>Of the disk that holds the folder.</summary>
    public static long FreeBytesOf(string folder)
    {
        var path = Path.GetFullPath(folder);
        return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : path).AvailableFreeSpace;
    }
}
