using System.Net;
using System.Net.Sockets;
using System.Text;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CommerceBot.Tests.Channels.Connector;

/// <summary>The bot answers testers on this machine: never itself, nobody else through itself, and no stranger's page.</summary>
public sealed class SelfConversationTests
{
    [Theory]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://LocalHost:{0}/")]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}/_connector")]
    [InlineData("http://127.9.8.7:{0}/")]
    [InlineData("http://127.1:{0}")]
    [InlineData("http://[::1]:{0}")]
    [InlineData("http://[0:0:0:0:0:0:0:1]:{0}")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}")]
    [InlineData("http://[::ffff:7f00:1]:{0}")]
    [InlineData("http://2130706433:{0}")]
    [InlineData("http://0x7f000001:{0}")]
    [InlineData("http://0x7f.0.0.1:{0}")]
    [InlineData("http://0177.0.0.1:{0}")]
    [InlineData("http://017700000001:{0}")]
    [InlineData("http://localhost.:{0}")]
    [InlineData("http://127.0.0.1.:{0}")]
    [InlineData("http://0.0.0.0:{0}")]
    [InlineData("http://loopback:{0}")]
    [InlineData("https://localhost:{0}")]
    [InlineData("http://localhost:{0}/api/messages?x=")]
    [InlineData("http://localhost:{0}/api/messages#")]
    [InlineData("http://u:p@localhost:{0}/")]
    [InlineData("http://localhost:{0}/_connector/../api/messages?")]
    public async Task An_address_of_its_own_is_no_place_for_replies_however_it_is_spelt(string spelt)
    {
        await using var host = await ShopHost.WithEchoAsync();
        var url = spelt.Replace("{0}", $"{host.Http.BaseAddress!.Port}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await FakeChannel.PostAsync(host, Activity(url))).Status);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Theory]
    [InlineData("http://loopback:{0}")]
    [InlineData("http://u@localhost:{0}")]
    [InlineData("http://localhost:{0}/admin")]
    [InlineData("http://localhost:{0}/_connector/x")]
    [InlineData("http://localhost:{0}/?a=b")]
    [InlineData("http://localhost:{0}/#a")]
    [InlineData("http://127.0.0.01:{0}")]
    [InlineData("http://127.0.0.256:{0}")]
    [InlineData("http://128.0.0.1:{0}")]
    [InlineData("http://[::1%25lo]:{0}")]
    [InlineData("http://[::2]:{0}")]
    [InlineData("http://127.0.0.1.attacker.example:{0}")]
    [InlineData("http://localhost:{0}\\n")]
    [InlineData(" http://localhost:{0}")]
    [InlineData("ftp://localhost:{0}")]
    [InlineData("http:localhost:{0}")]
    [InlineData("http:////localhost:{0}")]
    [InlineData("http://localhost:0")]
    [InlineData("http://localhost:99999")]
    public async Task Only_the_two_forms_that_real_clients_use_are_a_place_for_replies(string spelt)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var url = spelt.Replace("{0}", $"{new Uri(channel.ServiceUrl).Port}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await FakeChannel.PostAsync(host, Activity(url))).Status);
        Assert.Equal(0, host.Count("inbox"));
        Assert.Empty(channel.Calls);
    }

    [Theory]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}/_connector")]
    [InlineData("http://localhost:{0}/_connector/")]
    public async Task The_Emulator_and_the_Playground_are_answered_where_they_listen(string spelt)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var url = spelt.Replace("{0}", $"{new Uri(channel.ServiceUrl).Port}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await FakeChannel.PostAsync(host, Activity(url))).Status);
        await host.SettleAsync();
        Assert.Equal("1 hello", Assert.Single(channel.Texts));
    }

    [Theory]
    [InlineData("order", "x")]
    [InlineData("order:1", "x")]
    [InlineData("facebook", "108:7")]
    [InlineData("emulator/..", "x")]
    [InlineData("emulator", "..")]
    [InlineData("emulator", ".")]
    [InlineData("emulator", " ")]
    [InlineData("emulator", "a\\u0000b")]
    public async Task A_conversation_that_is_somebody_elses_or_no_place_is_refused(string channelId, string conversation)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var more = $$"""  "channelId":"{{channelId}}","conversation":{"id":"{{conversation}}"} """;
        Assert.Equal(HttpStatusCode.BadRequest, (await FakeChannel.PostAsync(host, channel.Activity("a", "hello", more))).Status);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("text")]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("fromName")]
    [InlineData("fromMore")]
    [InlineData("type")]
    [InlineData("locale")]
    [InlineData("name")]
    [InlineData("deep")]
    [InlineData("whole")]
    public async Task What_is_longer_than_it_may_be_is_refused(string where)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var text = new string('x', where == "whole" ? 300_000 : 30_000);
        var more = where switch
        {
            "id" => $"\"id\":\"{text}\"",
            "text" or "whole" => $"\"text\":\"{text}\"",
            "conversation" => $"\"conversation\":{{\"id\":\"{text}\"}}",
            "from" => $"\"from\":{{\"id\":\"{text}\"}}",
            "fromName" => $"\"from\":{{\"id\":\"u\",\"name\":\"{text}\"}}",
            "fromMore" => $"\"from\":{{\"id\":\"u\",\"{text}\":1}}",
            "deep" => $"\"value\":{new string('[', 40)}{new string(']', 40)}",
            _ => $"\"{where}\":\"{text}\"",
        };
        var status = (await FakeChannel.PostAsync(host, channel.Activity("a", "hello", more))).Status;
        Assert.Equal(where == "whole" ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest, status);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task A_name_that_comes_twice_is_the_last_one_and_breaks_nothing()
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        const string more =
            """ "text":"other","value":{"a":1,"a":{"4242424242424242":1,"4242424242424242":2}},"4242424242424242":1,"4242424242424242":"""
            + """2,"entities":[{"type":"x","b":1,"b":"4242424242424242"}] """;
        Assert.Equal(HttpStatusCode.OK, (await FakeChannel.PostAsync(host, channel.Activity("a", "hello", more))).Status);
        await host.SettleAsync();
        Assert.Equal("1 other", Assert.Single(channel.Texts));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("4242424242424242", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Host: attacker.example", "")]
    [InlineData("Host: localhost.attacker.example:{0}", "")]
    [InlineData("Host: loopback:{0}", "")]
    [InlineData("Host: localhost.:{0}", "")]
    [InlineData("Host: 2130706433:{0}", "")]
    [InlineData("Host: localhost:{0}", "Origin: http://localhost:{0}\r\nOrigin: https://attacker.example")]
    [InlineData("Host: localhost:{0}", "Origin: https://attacker.example\r\nOrigin: http://localhost:{0}")]
    [InlineData("Host: localhost:{0}", "Origin: http://loopback")]
    [InlineData("Host: localhost:{0}", "Origin: http://localhost.attacker.example")]
    [InlineData("Host: localhost:{0}", "Via: 1.1 tunnel")]
    [InlineData("Host: localhost:{0}", "X-Forwarded-Host: attacker.example")]
    [InlineData("Host: localhost:{0}", "Sec-Fetch-Site: cross-site")]
    public async Task A_strangers_page_reaches_neither_the_bot_nor_the_simulators_through_this_machines_browser(string name, string headers)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var port = $"{host.Http.BaseAddress!.Port}";
        (name, headers) = (name.Replace("{0}", port, StringComparison.Ordinal), headers.Replace("{0}", port, StringComparison.Ordinal));
        Assert.Equal(403, await RawAsync(host, "/api/messages", channel.Activity("a", "hello"), name, headers));
        Assert.Equal(403, await RawAsync(host, "/simulator/messenger/shoppers", """{"user":"mallory"}""", name, headers));
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task A_redirect_leads_the_bot_nowhere()
    {
        await using var target = await FakeChannel.EmulatorAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var mirror = builder.Build();
        mirror.Map("/{**rest}", (HttpContext http) =>
            Results.Redirect(target.ServiceUrl + http.Request.Path, permanent: true, preserveMethod: true));
        await mirror.StartAsync();
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(HttpStatusCode.OK, (await FakeChannel.PostAsync(host, Activity(mirror.Urls.First()))).Status);
        await host.SettleAsync();
        Assert.Empty(target.Calls);
        Assert.Equal(1, host.Count("outbox WHERE state = 2"));
    }

    private static string Activity(string serviceUrl) => $$"""
        {"type":"message","id":"a1","channelId":"emulator","serviceUrl":"{{serviceUrl}}","conversation":{"id":"c"},
         "from":{"id":"u"},"recipient":{"id":"b"},"text":"hello"}
        """;

    /// <summary>Every header as it stands: a client of .NET's would tidy them up.</summary>
    private static async Task<int> RawAsync(ShopHost host, string path, string json, string name, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Http.BaseAddress!.Port);
        var body = Encoding.UTF8.GetBytes(json);
        var more = headers.Length == 0 ? "" : headers + "\r\n";
        var fixedOnes = $"Connection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n";
        var head = $"POST {path} HTTP/1.1\r\n{name}\r\n{fixedOnes}{more}\r\n";
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
