using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Simulator.Hosting;

/// <summary>The settings of the simulators, read once at start.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Who may use the simulators.</summary>
    public SimulatorReach Enabled { get; init; } = SimulatorReach.Loopback;

    /// <summary>The public base address of the simulators; null means the address that a request came to.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where the bot listens; null means this same host.</summary>
    public Uri? BotUrl { get; init; }

    /// <summary>
    /// The port at whose root Stripe's API answers as well, for Stripe's own tools; 0 for any that is free, null for none.
    /// </summary>
    public int? StripePort { get; init; }

    /// <summary>The port of the mail server; 0 for any that is free.</summary>
    public int SmtpPort { get; init; }

    /// <summary>The port of the mailbox to which mails come back; 0 for any that is free.</summary>
    public int ImapPort { get; init; }

    /// <summary>Where people, sessions and secrets are kept: the shop's own <c>Data:Folder</c>.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>The name of the Page, and of the seller on a payment page that names none.</summary>
    public string ShopName { get; init; } = "CommerceBot";

    /// <exception cref="InvalidOperationException">A value that none of these settings takes; the sentence says what to write.</exception>
    public static SimulatorOptions Read(IConfiguration configuration) => new()
    {
        Enabled = ReadReach(configuration["Simulator:Enabled"]),
        Url = ReadUrl(configuration, "Simulator:Url"),
        BotUrl = ReadUrl(configuration, "Simulator:BotUrl"),
        StripePort = ReadPort(configuration["Simulator:StripePort"], "Simulator:StripePort"),
        SmtpPort = ReadPort(configuration["Simulator:SmtpPort"], "Simulator:SmtpPort") ?? 0,
        ImapPort = ReadPort(configuration["Simulator:ImapPort"], "Simulator:ImapPort") ?? 0,
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

    private static int? ReadPort(string? value, string name)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidOperationException(
                $"{name} is \"{value}\". Write a port from 1 to {IPEndPoint.MaxPort}, such as 12111, "
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
