using System.Text.Json;
using CommerceBot.Tests.Support;
using CommerceBot.Tests.EndToEnd;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>A test's own <see cref="TwoProcesses"/>, ended with the test.</summary>
internal sealed class CrashTestEnvironment : IAsyncDisposable
{
    private readonly TwoProcesses _processes;

    private CrashTestEnvironment(TwoProcesses processes) => _processes = processes;

    public string Folder => _processes.Folder;

    public int Restarts => _processes.Restarts;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CrashTestEnvironment> OpenAsync() =>
        new(
            await TwoProcesses.OpenAsync(
                Directory.CreateTempSubdirectory("commercebot-crash-").FullName, null,
                new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" }, Cancel));

    public Task StartAsync(string? crashAt = null) => _processes.StartAsync(crashAt);

    /// <summary>Waits until the bot has killed itself at its named place, and starts it again.</summary>
    public async Task RestartAfterOwnCrashAsync(Task meanwhile)
    {
        var shop = _processes.Shop;
        await Eventually.SeeAsync(
            () => Task.FromResult(shop.HasEnded || meanwhile.IsCompleted ? shop : null),
            TimeSpan.FromMinutes(2), () => $"the bot did not crash. It said: {shop.Said}", Cancel);
        if (meanwhile.IsFaulted)
            await meanwhile;
        Assert.True(shop.HasEnded, "The purchase came to its end and the place was never reached.");
        Assert.Equal(137, shop.ExitCode);
        _processes.CountOwnCrash();
        await StartAsync();
    }

    public Task KillAndRestartAsync() => _processes.KillAndRestartAsync();

    public void Stop() => _processes.Stop();

    public Task<JsonElement> GetAsync(string path) => _processes.GetAsync(path);

    /// <summary>Null when it is refused.</summary>
    public Task<JsonElement?> PostAsync(string path, object body) => _processes.PostAsync(path, body);

    public string WhatTheBotSaid() => _processes.WhatTheBotSaid;

    public ValueTask DisposeAsync() => _processes.DisposeAsync();
}
