using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CommerceBot.Bench.Micro;

/// BenchmarkDotNet in this process: the repository's build settings would trip the project that it generates otherwise.
internal static class MicroBenchmarks
{
    public static int Run(string[] filters)
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default);
        string[] args = ["--filter", .. filters.Length == 0 ? ["*"] : filters];
        var failed = BenchmarkSwitcher
            .FromAssembly(typeof(MicroBenchmarks).Assembly)
            .Run(args, config)
            .Any(s => s.HasCriticalValidationErrors);
        return failed ? 1 : 0;
    }
}
