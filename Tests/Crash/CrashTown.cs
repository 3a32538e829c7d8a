using System.Text.Json;
using CommerceBot.Tests.Support;
using CommerceBot.Tests.Town;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>A test's own <see cref="TwoProcesses"/>, ended with the test.</summary>
internal sealed class CrashTown : IAsyncDisposable
{
    private readonly TwoProcesses _town;

    private CrashTown(TwoProcesses town) => _town = town;

    public string Folder => _town.Folder;

    public int Restarts => _town.Restarts;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CrashTown> OpenAsync() => new(await TwoProcesses.OpenAsync(
        Directory.CreateTempSubdirectory("commercebot-crash-").FullName, null, new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" }, Cancel));

    public Task StartAsync(string? crashAt = null) => _town.StartAsync(crashAt);

    /// <summary>Waits until the bot has killed itself at its named place, and starts it again.</summary>
    public async Task RestartAfterOwnCrashAsync(Task meanwhile)
    {
        var shop = _town.Shop;
        await Eventually.SeeAsync(
            () => Task.FromResult(shop.HasEnded || meanwhile.IsCompleted ? shop : null),
            TimeSpan.FromMinutes(2), () => $"the bot did not crash. It said: {shop.Said}", Cancel);
        if (meanwhile.IsFaulted)
            await meanwhile;
        Assert.True(shop.HasEnded, "The purchase came to its end and the place was never reached.");
        Assert.Equal(137, shop.ExitCode);
        _town.CountOwnCrash();
        await StartAsync();
    }

    public Task KillAndRestartAsync() => _town.KillAndRestartAsync();

    public void Stop() => _town.Stop();

    public Task<JsonElement> GetAsync(string path) => _town.GetAsync(path);

    /// <summary>Null when it is refused.</summary>
    public Task<JsonElement?> PostAsync(string path, object body) => _town.PostAsync(path, body);

    public string WhatTheBotSaid() => _town.WhatTheBotSaid;

    public ValueTask DisposeAsync() => _town.DisposeAsync();
}
