using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CommerceBot.Channels;

/// <summary>Where this host is reached: <c>Shop:BaseUrl</c>, or else the address it listens at, which is known only once it does.</summary>
public sealed class ServerAddress(IServer server, IConfiguration settings)
{
    /// <summary>The address that links to the shop are made of.</summary>
    /// <exception cref="SettingsException"><c>Shop:BaseUrl</c> is no whole http address.</exception>
    /// <exception cref="InvalidOperationException">Nothing is set, and the host does not listen yet.</exception>
    public Uri Base() => settings["Shop:BaseUrl"] is { Length: > 0 } set
        ? Uri.TryCreate(set.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new SettingsException($"Shop:BaseUrl is '{set}'. Write a whole address, such as https://shop.example.")
        : Listening();

    /// <summary>
    /// Every port of this machine that this shop or its simulators answer at, under whatever name: what is sent there comes
    /// back to us.
    /// </summary>
    public IReadOnlySet<int> Ports()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var ports = listening.Select(each => BindingAddress.Parse(each).Port).ToHashSet();
        foreach (var name in new[] { "Shop:BaseUrl", "Simulator:Url", "Simulator:BotUrl" })
        {
            if (Uri.TryCreate(settings[name], UriKind.Absolute, out var set) && set.IsLoopback)
                ports.Add(set.Port);
        }

        return ports;
    }

    /// <summary>The address to reach this very process at.</summary>
    public Uri Listening()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address =
            addresses.FirstOrDefault(each => each.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The host does not listen yet, so its address is unknown. Set Shop:BaseUrl.");
        return new Uri(address
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .TrimEnd('/'));
    }
}
