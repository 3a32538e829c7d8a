using System.Globalization;
using System.Net;
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

    /// <summary>
    /// The port at whose root Stripe's API answers as well, for Stripe's own tools; 0 for any that is free, null for none.
    /// </summary>
    public int? StripePort { get; init; }

    public string DataFolder { get; init; } = "data";

    public string ShopName { get; init; } = "CommerceBot";

    public static SimulatorOptions Read(IConfiguration configuration) => new()
    {
        Enabled = ReadReach(configuration["Simulator:Enabled"]),
        Url = ReadUrl(configuration, "Simulator:Url"),
        BotUrl = ReadUrl(configuration, "Simulator:BotUrl"),
        StripePort = ReadPort(configuration["Simulator:StripePort"]),
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

    private static int? ReadPort(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidOperationException(
                $"Simulator:StripePort is \"{value}\". Write a port from 1 to {IPEndPoint.MaxPort}, such as 12111, "
                + "or 0 for any that is free.");
    }

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
