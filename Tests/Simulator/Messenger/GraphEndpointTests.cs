using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>What Graph's endpoint itself refuses: versions that never were, batches, addresses that lead nowhere, unknown fields.</summary>
public sealed class GraphEndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v99.0", "/me")]
    [InlineData("v28.0", "/me")]
    [InlineData("v0.0", "/me")]
    [InlineData("v26.1", "/me")]
    [InlineData("v3.4", "/me")]
    [InlineData("v026.0", "/me")]
    [InlineData("v26", "/me")]
    [InlineData("latest", "/me")]
    [InlineData("v99.0", "/me/messages")]
    public async Task A_version_that_never_was_is_read_as_a_name_and_refused(string version, string rest)
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            var (status, error) = await AskAsync(host, method, $"/simulator/graph/{version}{rest}");
            Assert.Equal((400, 2500, "OAuthException"),
                (status, error.GetProperty("code").GetInt32(), error.GetProperty("type").GetString()));
            Assert.Equal($"Unknown path components: {rest}", error.GetProperty("message").GetString());
        }
    }

    [Theory]
    [InlineData("v27.0")]
    [InlineData("v26.0")]
    [InlineData("v19.0")]
    [InlineData("v3.3")]
    [InlineData("v2.12")]
    public async Task A_version_that_is_or_once_was_is_answered(string version)
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        using var answer = await SendAsync(host, HttpMethod.Get, $"/simulator/graph/{version}/me", null);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/simulator/graph")]
    [InlineData("/simulator/graph/")]
    [InlineData("/simulator/graph/v26.0")]
    [InlineData("/simulator/graph/v26.0/")]
    public async Task A_batch_is_refused_in_Graphs_own_form(string path)
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        var batch = """[{"method":"GET","relative_url":"me"}]""";
        var (status, error) = await AskAsync(host, HttpMethod.Post, path, $$"""{"batch":{{batch}}}""");
        Assert.Equal((400, 3), (status, error.GetProperty("code").GetInt32()));
        Assert.Contains("batch", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var (_, asQuery) = await AskAsync(host, HttpMethod.Post, $"{path}?batch={Uri.EscapeDataString(batch)}");
        Assert.Equal(3, asQuery.GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("GET", "/simulator/graph/v26.0/me/conversations")]
    [InlineData("PUT", "/simulator/graph/v26.0/me/messages")]
    [InlineData("POST", "/simulator/graph/v26.0/me/message_attachments")]
    [InlineData("POST", "/simulator/graph/v26.0/")]
    public async Task Where_there_is_nothing_an_error_of_Graphs_says_so(string method, string path)
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        var (status, error) = await AskAsync(host, new HttpMethod(method), path);
        Assert.Equal((400, 100), (status, error.GetProperty("code").GetInt32()));
        Assert.False(string.IsNullOrEmpty(error.GetProperty("fbtrace_id").GetString()));
    }

    [Theory]
    [InlineData("messages,messaging_integrity,business_integrity,marketing_message_delivery_failed,messaging_optouts,calls", null)]
    [InlineData("message_edits,response_feedback,send_cart,standby,messaging_seen,story_share", null)]
    [InlineData("messages,mesages", "subscribed_fields[1]")]
    [InlineData("Messages", "subscribed_fields[0]")]
    public async Task Every_field_of_Metas_can_be_subscribed_to_and_no_other(string fields, string? wrong)
    {
        var (host, _) = await MessengerHost.WithAnnaAsync();
        await using var _1 = host;
        var (status, answer) = await host.GraphAsync(HttpMethod.Post, $"me/subscribed_apps?subscribed_fields={fields}");
        Assert.Equal(wrong is null ? 200 : 400, status);
        if (wrong is not null)
            Assert.Contains(wrong, answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(int Status, JsonElement Error)> AskAsync(MessengerHost host, HttpMethod method, string path,
        string? json = null)
    {
        using var answer = await SendAsync(host, method, path, json);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return ((int)answer.StatusCode, JsonDocument.Parse(text).RootElement.GetProperty("error"));
    }

    private static async Task<HttpResponseMessage> SendAsync(MessengerHost host, HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method,
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}appsecret_proof={host.Proof}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Secrets.FacebookAccessToken);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await host.Http.SendAsync(request, Cancel);
    }
}
