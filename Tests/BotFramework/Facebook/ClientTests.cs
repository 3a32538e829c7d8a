using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

public sealed class ClientTests : IAsyncLifetime
{
    private FakeGraph _graph = null!;

    public async ValueTask InitializeAsync() => _graph = await FakeGraph.StartAsync();

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task The_token_travels_in_a_header_and_its_proof_in_the_address()
    {
        using var client = Client();
        var answer = await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);

        Assert.Equal((true, 200, "mid.1"), (answer.Succeeded, answer.Status, answer.MessageId));
        var call = Assert.Single(_graph.Calls);
        Assert.Equal(
            ("POST", "/simulator/graph/v26.0/me/messages", "Bearer token", "{}"), (call.Method, call.Path, call.Authorization, call.Body));
        Assert.Equal("?appsecret_proof=" + FacebookSignature.Proof("token", "secret"), call.Query);
    }

    [Fact]
    public async Task A_page_with_a_token_of_its_own_is_called_with_it()
    {
        using var client = Client(options => options.PageAccessToken = page => page == "2" ? "second" : null);
        foreach (var path in (string[])["2/messages", "/3/messages", "me/messages"])
            await client.CallAsync(HttpMethod.Post, path, "{}"u8.ToArray(), cancellationToken: Cancel);
        await client.CallAsync(HttpMethod.Post, "2/messages", "{}"u8.ToArray(), "given", Cancel);

        Assert.Equal(["Bearer second", "Bearer token", "Bearer token", "Bearer given"], _graph.Calls.Select(call => call.Authorization!));
        Assert.EndsWith(FacebookSignature.Proof("second", "secret"), _graph.Calls.First().Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_calls_share_one_connection()
    {
        using var client = Client();
        for (var i = 0; i < 20; i++)
            await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);
        Assert.Single(_graph.Calls.Select(call => call.Connection).Distinct());
    }

    [Fact]
    public async Task A_refusal_keeps_everything_that_graph_said()
    {
        const string Body =
            """{"error":{"message":"outside window","type":"OAuthException","code":10,"error_subcode":2018278,"fbtrace_id":"Abc"}}""";
        _graph.Instead = Answer(400, Body, "120");
        using var client = Client();
        var answer = await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);

        Assert.Equal((FacebookErrorClass.WindowClosed, 400, 10, 2018278), (answer.Class, answer.Status, answer.Code, answer.Subcode));
        Assert.Equal(
            ("outside window", "Abc", Body, TimeSpan.FromMinutes(2)), (answer.ErrorMessage, answer.TraceId, answer.Body, answer.RetryAfter)
        );

        var thrown = await Assert.ThrowsAsync<FacebookApiException>(() =>
            client.SendMessageAsync("/me/messages", new FacebookMessage("1", new Message { Text = "hi" }, "RESPONSE"), null, Cancel));
        Assert.Equal((FacebookErrorClass.WindowClosed, HttpStatusCode.BadRequest), (thrown.Class, thrown.StatusCode));
        Assert.Contains("2018278", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_to_wait_for_is_counted_from_now()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1760000000));
        _graph.Instead = Answer(429, "slow down", time.GetUtcNow().AddSeconds(30).ToString("R"));
        using var client = Client(options => options.Time = time);
        var answer = await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);
        Assert.Equal((FacebookErrorClass.Backoff, TimeSpan.FromSeconds(30), "slow down"), (answer.Class, answer.RetryAfter, answer.Body));
    }

    [Fact]
    public async Task An_error_in_an_answer_of_200_is_an_error()
    {
        _graph.Instead = Answer(200, """{"error":{"code":"190"}}""");
        using var client = Client();
        Assert.Equal(
            FacebookErrorClass.Configuration, (await client.CallAsync(HttpMethod.Get, "me", default, cancellationToken: Cancel)).Class);
    }

    [Theory]
    [InlineData("""{"error":{"code":100,"is_transient":true}}""", FacebookErrorClass.Retry)]
    [InlineData("""{"error":{"code":99999,"is_transient":true}}""", FacebookErrorClass.Retry)]
    [InlineData("""{"error":{"code":100,"is_transient":false}}""", FacebookErrorClass.BadRequest)]
    [InlineData("""{"error":{"code":10,"error_subcode":2018278,"is_transient":true}}""", FacebookErrorClass.WindowClosed)]
    public async Task What_graph_calls_transient_is_tried_again(string body, FacebookErrorClass expected)
    {
        _graph.Instead = Answer(400, body);
        using var client = Client();
        Assert.Equal(expected, (await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel)).Class);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("7?x=y")]
    [InlineData("7/likes")]
    [InlineData("caff\u00e8")]
    public async Task A_person_whose_id_leads_elsewhere_is_not_asked_for(string id)
    {
        using var client = Client();
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetProfileAsync(id, cancellationToken: Cancel));
        Assert.Empty(_graph.Calls);
    }

    [Fact]
    public async Task A_gateways_page_in_an_unheard_of_alphabet_is_still_an_answer()
    {
        _graph.Instead = async context =>
        {
            context.Response.StatusCode = 502;
            context.Response.ContentType = "text/html; charset=klingon";
            await context.Response.Body.WriteAsync("<h1>Bad gateway</h1>"u8.ToArray());
        };
        using var client = Client();
        var answer = await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);
        Assert.Equal((FacebookErrorClass.UnknownOutcome, 502, "<h1>Bad gateway</h1>"), (answer.Class, answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_our_token()
    {
        _graph.Instead = context =>
        {
            context.Response.Redirect("https://elsewhere.example/");
            return Task.CompletedTask;
        };
        using var client = Client();
        Assert.Equal(
            FacebookErrorClass.Configuration, (await client.CallAsync(HttpMethod.Get, "me", default, cancellationToken: Cancel)).Class);
        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task Nobody_listening_means_not_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        using var client = Client(options => options.FacebookApiHost = $"http://127.0.0.1:{port}");
        var answer = await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);
        Assert.Equal((FacebookErrorClass.NotSent, (int?)null), (answer.Class, answer.Status));
        Assert.NotNull(answer.Cause);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_call_means_that_nobody_knows()
    {
        _graph.Instead = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var client = Client();
        Assert.Equal(
            FacebookErrorClass.UnknownOutcome,
            (await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel)).Class);
    }

    [Fact]
    public async Task No_answer_in_time_means_that_nobody_knows_and_giving_up_is_no_answer_at_all()
    {
        _graph.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var client = Client(options => options.Timeout = TimeSpan.FromMilliseconds(150));
        var answer = await client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: Cancel);
        Assert.Equal(FacebookErrorClass.UnknownOutcome, answer.Class);
        Assert.IsType<TimeoutException>(answer.Cause);

        using var gaveUp = new CancellationTokenSource();
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.CallAsync(HttpMethod.Post, "me/messages", "{}"u8.ToArray(), cancellationToken: gaveUp.Token));
    }

    [Fact]
    public async Task A_profile_is_asked_by_name_and_a_menu_is_written_whole()
    {
        using var client = Client();
        await client.GetProfileAsync("1", cancellationToken: Cancel);
        await client.SetMessengerProfileAsync("""{"get_started":{"payload":"start"}}""", cancellationToken: Cancel);

        var (profile, menu) = (_graph.Calls.First(), _graph.Calls.Last());
        Assert.Equal(("GET", "/simulator/graph/v26.0/1"), (profile.Method, profile.Path));
        Assert.StartsWith("?fields=first_name,last_name,profile_pic,locale&appsecret_proof=", profile.Query, StringComparison.Ordinal);
        Assert.Equal(
            ("POST", "/simulator/graph/v26.0/me/messenger_profile", """{"get_started":{"payload":"start"}}"""),
            (menu.Method, menu.Path, menu.Body));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("../v1.0/me/messages")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("./")]
    [InlineData("108/../messages")]
    [InlineData("%2e%2e/messages")]
    [InlineData("108\\messages")]
    [InlineData("108#x")]
    [InlineData("108?fields=a b")]
    [InlineData("108?fields=\r\nHost: evil")]
    public async Task A_target_that_leaves_graph_is_refused(string target)
    {
        using var client = Client();
        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(HttpMethod.Post, target, default, cancellationToken: Cancel));
    }

    [Fact]
    public void A_host_without_a_scheme_means_https()
    {
        Assert.Equal(
            "https://graph.facebook.com/v3.2/me/messages",
            new GraphAddress("graph.facebook.com", "v3.2").Of("/me/messages", null).AbsoluteUri);
        Assert.Throws<ArgumentException>(() => new GraphAddress("ftp://graph.facebook.com", "v3.2"));
        Assert.Equal(
            ("graph.facebook.com", "v3.2"),
            (new FacebookClientWrapperOptions("", "", "").FacebookApiHost, new FacebookClientWrapperOptions("", "", "").FacebookApiVersion)
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FacebookClientWrapper Client(Action<FacebookClientWrapperOptions>? change = null)
    {
        var options = new FacebookClientWrapperOptions("verify", "secret", "token", _graph.Host, "v26.0");
        change?.Invoke(options);
        return new FacebookClientWrapper(options);
    }

    private static Func<HttpContext, Task> Answer(int status, string body, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body, Encoding.UTF8);
    };
}
