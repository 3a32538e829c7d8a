using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Channels.Messenger;

/// <summary>Posts to the webhook as Meta does.</summary>
internal static class Meta
{
    public const string Page = "108000000000001";

    public static Task<HttpStatusCode> DeliverAsync(this ShopHost host, string body) => host.DeliverAsync(Encoding.UTF8.GetBytes(body));

    public static Task<HttpStatusCode> DeliverAsync(this ShopHost host, byte[] body, bool chunked = false) =>
        host.PostAsync(body, Sign(host, body), chunked);

    public static async Task<HttpStatusCode> PostAsync(this ShopHost host, byte[] body, string? signature, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/facebook");
        request.Content = chunked ? new StreamContent(new OneWay(body)) : new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (chunked)
            request.Headers.TransferEncodingChunked = true;
        if (signature is not null)
            request.Headers.Add("X-Hub-Signature-256", signature);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    public static string Sign(ShopHost host, byte[] body) =>
        "sha256="
        + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(host.Get<SimulatorSecrets>().FacebookAppSecret), body));

    public static string Batch(params string[] events) =>
        $$"""{"object":"page","entry":[{"id":"{{Page}}","time":1795420800000,"messaging":[{{string.Join(',', events)}}]}]}""";

    public static string Message(string mid, string text, string person = "7001") =>
        Event($$""" "message":{"mid":"{{mid}}","text":"{{text}}"} """, person);

    public static string Event(string part, string person = "7001") =>
        $$"""{"sender":{"id":"{{person}}"},"recipient":{"id":"{{Page}}"},"timestamp":1795420800000,{{part}} }""";

    public static string Echo(string mid, string metadata, string person = "7001") =>
        $$"""{"sender":{"id":"{{Page}}"},"recipient":{"id":"{{person}}"},"timestamp":1795420800000,"message":{"mid":"{{mid}}","is_echo":"""
        + $$"""true,"app_id":123,"metadata":"{{metadata}}","text":"x"} }""";

    /// <summary>A stream that cannot tell its length.</summary>
    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
