using System.Net;
using System.Text.RegularExpressions;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>
/// Robots that preview links open every address that stands in a chat, often more than once, before and after the
/// shopper does.
/// </summary>
public sealed class PreviewRobotTests
{
    private static readonly string[] Robots =
    [
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "facebookcatalog/1.0",
        "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
        "WhatsApp/2.23.20.0",
        "TelegramBot (like TwitterBot)",
        "Twitterbot/1.0",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "Googlebot/2.1 (+http://www.google.com/bot.html)",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15",
    ];

    [Fact]
    public async Task No_address_in_a_chat_does_anything_when_it_is_opened()
    {
        await using var own = await ShopHost.StartAsync();
        var play = new Play(own);
        await play.RunAsync(
            "anna says: categorie\nanna says: tazza\nanna says: pesto\nanna taps: Dettagli on Pesto\n" + Shopping.Orders("anna", "Pesto"));
        var links = (await AddressesAsync(own)).ToArray();
        Assert.Contains(links, link => link.AbsolutePath.Contains("/checkout/", StringComparison.Ordinal));
        Assert.Contains(links, link => link.AbsolutePath.StartsWith("/thanks/", StringComparison.Ordinal));
        Assert.Contains(links, link => link.AbsolutePath.EndsWith(".png", StringComparison.Ordinal));

        await NothingComesOfAsync(own, links);
        await play.RunAsync("""
            bot to anna is silent
            pays: success
            bot to anna: RECEIPT
            bot to anna: Pagamento ricevuto
            """);
        await NothingComesOfAsync(own, links);
        await play.RunAsync("bot to anna is silent");
    }

    private static async Task NothingComesOfAsync(ShopHost host, Uri[] links)
    {
        var before = await StateAsync(host);
        foreach (var (link, i) in links.Select((link, i) => (link, i)))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                // Each robot meets the addresses that matter, and some robot every address.
                foreach (
                    var robot in link.AbsolutePath.EndsWith(".png", StringComparison.Ordinal)
                        ? Robots.Skip(i % Robots.Length).Take(1)
                        : Robots)
                {
                    using var request = new HttpRequestMessage(method, link);
                    request.Headers.TryAddWithoutValidation("User-Agent", robot);
                    request.Headers.TryAddWithoutValidation("Accept-Language", "it");
                    using var answer = await host.Http.SendAsync(request);
                    Assert.True(
                        answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.Redirect,
                        $"{method} {link}: {answer.StatusCode}");
                }
            }
        }

        await host.SettleAsync();
        Assert.Equal(before, await StateAsync(host));
    }

    /// <summary>The addresses of the chat, and those that the pay page leads to.</summary>
    private static async Task<IEnumerable<Uri>> AddressesAsync(ShopHost host)
    {
        var said = await host.Simulators.GetStringAsync(new Uri("/simulator/messenger/shoppers/anna/transcript", UriKind.Relative));
        var sessions = (await new TestCheckout(host).ListAsync("sessions")).SelectMany(session =>
            new[] { session.GetProperty("success_url").GetString()!, session.GetProperty("cancel_url").GetString()! }
        );
        return Regex
            .Matches(said, """https?://[^"\\\s]+""")
            .Select(match => match.Value)
            .Concat(sessions)
            .Select(address => new Uri(address))
            .Where(address => address.IsLoopback)
            .Distinct();
    }

    /// <summary>How many rows each table has, the Stripe simulator's whole ledger, and all that was said.</summary>
    private static async Task<string> StateAsync(ShopHost host)
    {
        using var session = host.Get<Database>().OpenSession();
        var tables = session.Connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").ToList();
        var counts = tables.Select(table => $"{table} {session.Connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM \"{table}\"")}");
        var ledger = await host.Simulators.GetStringAsync(new Uri("/simulator/stripe/control/ledger", UriKind.Relative));
        var said = await host.Simulators.GetStringAsync(new Uri("/simulator/messenger/shoppers/anna/transcript", UriKind.Relative));
        return string.Join('\n', [.. counts, ledger, said]);
    }
}
