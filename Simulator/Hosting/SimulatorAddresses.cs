using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Hosting;

/// <summary>Where the bot is, and where the simulators are seen from outside.</summary>
internal sealed class SimulatorAddresses(SimulatorOptions options, IServer server)
{
    /// <summary>The bot's base address. Throws while the server that hosts it has not started to listen.</summary>
    public Uri Bot => options.BotUrl ?? Own();

    /// <summary>The simulators' base address as the caller of this request knows it.</summary>
    public Uri Simulator(HttpRequest request) => options.Url ?? request.HttpContext.Features.Get<HomeAddress>()?.Address
        ?? new Uri($"{request.Scheme}://{request.Host}");

    /// <summary>The simulators' base address for somebody who came in at another port than theirs.</summary>
    public Uri Home() => options.Url ?? Own();

    private Uri Own()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = listening.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? listening.FirstOrDefault()
            ?? throw new InvalidOperationException(
                "The host is not listening yet, so the bot's address is unknown. Set Simulator:BotUrl in appsettings.json.");
        return new Uri(Reachable(address));
    }

    /// <summary>"Every address of this machine" is a place to listen at, not a place to send to.</summary>
    private static string Reachable(string address) => address
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://+", "://127.0.0.1", StringComparison.Ordinal);
}
