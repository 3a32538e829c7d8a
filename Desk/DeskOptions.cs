using System.Globalization;
using System.Net;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Desk;

/// <summary>The settings under <c>Desk</c>, checked at start.</summary>
/// <param name="PublicUrl">Where a proxy that speaks https shows the desk, without a path; null when there is none.</param>
/// <param name="Proxies">Machines beside this one whose word on a request's scheme and sender is taken.</param>
/// <param name="StaffRefundLimit">The most that staff may give back of one order.</param>
/// <param name="Provider">By whom people may sign in too; null for nobody.</param>
internal sealed record DeskOptions(
    Uri? PublicUrl, IReadOnlyList<IPNetwork> Proxies, Money StaffRefundLimit, ProviderOptions? Provider = null)
{
    /// <exception cref="InvalidOperationException">A setting cannot be right; the message says what to write.</exception>
    public static DeskOptions Read(IConfiguration settings, Currency currency) => new(
        Address(settings["Desk:PublicUrl"]),
        [.. (settings["Desk:Proxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network)],
        Limit(settings["Desk:StaffRefundLimit"] is { Length: > 0 } limit ? limit : "50", currency),
        ProviderOptions.Read(settings));

    /// <summary>Who passkeys are for: the host's name without its port, which must not change with a proxy's Host header.</summary>
    public string PasskeyDomain(string? baseUrl) =>
        PublicUrl?.Host ?? (Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) && url.HostNameType == UriHostNameType.Dns
            ? url.Host
            : "localhost");

    private static Uri? Address(string? text) => text switch
    {
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.AbsolutePath == "/" => url,
        _ => throw new InvalidOperationException(
            $"Desk:PublicUrl is '{text}' in appsettings.json. Write the https address without a path, such as https://shop.example."),
    };

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
        : throw new InvalidOperationException(
            $"Desk:Proxies holds '{text}' in appsettings.json. Write addresses or networks, such as 10.0.0.5 or 172.18.0.0/16.");

    private static Money Limit(string text, Currency currency) =>
        AmountParser.TryParse(text, currency, out var amount, out var advice) && amount.Currency == currency && amount.Minor >= 0
            ? amount
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Desk:StaffRefundLimit is '{text}' in appsettings.json: {advice}."));
}
