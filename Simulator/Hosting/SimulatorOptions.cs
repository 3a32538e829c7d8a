using Microsoft.Extensions.Configuration;

namespace CommerceBot.Simulator.Hosting;

/// <summary>The settings of the stand-ins, read once at start.</summary>
public sealed record SimulatorOptions
{
    public SimulatorReach Enabled { get; init; } = SimulatorReach.Loopback;

    /// <summary>The public base address of the stand-ins; null means the address that a request came to.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where the bot listens; null means this same host.</summary>
    public Uri? BotUrl { get; init; }

    public string DataFolder { get; init; } = "data";

    public string ShopName { get; init; } = "CommerceBot";

    public static SimulatorOptions Read(IConfiguration configuration) => new()
    {
        Enabled = ReadReach(configuration["Simulator:Enabled"]),
        Url = ReadUrl(configuration, "Simulator:Url"),
        BotUrl = ReadUrl(configuration, "Simulator:BotUrl"),
        DataFolder = configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data",
        ShopName = configuration["Shop:Name"] is { Length: > 0 } name ? name : "CommerceBot",
    };

    private static SimulatorReach ReadReach(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" or "loopback" => SimulatorReach.Loopback,
        "any" => SimulatorReach.Any,
        "never" => SimulatorReach.Never,
        _ => throw new InvalidOperationException(
            $"Simulator:Enabled is \"{value}\". Write \"loopback\", \"any\" or \"never\" in appsettings.json."),
    };

    private static Uri? ReadUrl(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { Length: > 0 } value)
            return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        throw new InvalidOperationException(
            $"{key} is \"{value}\". Write a whole address in appsettings.json, such as \"http://localhost:3980\".");
    }
}
