using System.Net;
using System.Security.Principal;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

public sealed class AdapterTests : IAsyncLifetime
{
    private FacebookBot _bot = null!;

    public async ValueTask InitializeAsync() =>
        _bot = await FacebookBot.StartAsync(new FacebookAdapterOptions { MaxBodyBytes = 2 * 1024 * 1024 });

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task The_right_token_gets_the_bare_challenge()
    {
        using var answer = await _bot.Http.GetAsync(
            "/api/facebook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=verify", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong")]
    [InlineData("?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=verify")]
    [InlineData("?hub.challenge=1")]
    [InlineData("")]
    public async Task A_wrong_token_gets_nothing(string query)
    {
        using var answer = await _bot.Http.GetAsync("/api/facebook" + query, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_message_is_answered_through_graph()
    {
        Assert.Equal(HttpStatusCode.OK, await _bot.PostAsync(Samples.Bytes("messenger4j-signed.body"), cancel: Cancel));

        var call = Assert.Single(_bot.Graph.Calls);
        Assert.Equal("/simulator/graph/v26.0/me/messages", call.Path);
        Assert.Equal(
            """{"recipient":{"id":"1256217357730577"},"message":{"text":"You said 34wrr3wr"},"messaging_type":"RESPONSE"}""", call.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=2c28be6e4b8c62b732b3487f445dbec6624868db6844b347567ebc86d7da3ad4")]
    public async Task A_forged_webhook_is_refused_before_it_is_read(string signature)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await _bot.PostAsync("{not even json"u8.ToArray(), signature, Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, await _bot.PostAsync(Samples.Bytes("meta-send-cart.json"), signature, Cancel));
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task Every_sample_is_answered_with_200()
    {
        foreach (var name in Samples.Bodies())
            Assert.Equal(HttpStatusCode.OK, await _bot.PostAsync(Samples.Bytes(name), cancel: Cancel));
        Assert.Equal(HttpStatusCode.OK, await _bot.PostAsync("{broken"u8.ToArray(), cancel: Cancel));
    }

    [Fact]
    public async Task A_turn_that_fails_costs_its_neighbours_nothing()
    {
        _bot.Turn = (turn, cancel) => turn.Activity.Text == "BUY:SKU-1" && _bot.Received.Count == 1
            ? throw new InvalidOperationException("broken")
            : turn.SendActivityAsync("done", cancellationToken: cancel);

        Assert.Equal(HttpStatusCode.OK, await _bot.PostAsync(Samples.Bytes("hostile-double-tap-buy.json"), cancel: Cancel));
        Assert.Equal(2, _bot.Received.Count);
        Assert.Single(_bot.Graph.Calls);
    }

    [Theory]
    [InlineData(1024 * 1024, HttpStatusCode.OK)]
    [InlineData(3 * 1024 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_large_batch_is_taken_and_a_flood_is_not(int padding, HttpStatusCode expected)
    {
        var body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Samples.Bytes("messenger4j-signed.body")) + new string(' ', padding));
        Assert.Equal(expected, await _bot.PostAsync(body, cancel: Cancel));

        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/facebook") { Content = new StreamContent(new Drip(body)) };
        chunked.Headers.TransferEncodingChunked = true;
        chunked.Headers.Add(FacebookSignature.HeaderName, FacebookSignature.Sign(body, FacebookBot.Secret));
        using var answer = await _bot.Http.SendAsync(chunked, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        using var answer = await _bot.Http.DeleteAsync("/api/facebook", Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Each_activity_gets_one_response_and_what_is_not_sent_an_empty_one()
    {
        ResourceResponse[] responses = [];
        _bot.Turn = async (turn, cancel) => responses = await turn.SendActivitiesAsync(
            [
                new Activity(ActivityTypes.Typing), MessageFactory.Text("one"), new Activity(ActivityTypes.EndOfConversation),
                MessageFactory.Text(new string('x', MessengerLimits.Text + 1)), new Activity(ActivityTypes.Event) { Name = "mine" },
            ],
            cancel);
        await _bot.PostAsync(Samples.Bytes("messenger4j-signed.body"), cancel: Cancel);

        Assert.Equal(["", "mid.1", "", "mid.3", ""], responses.Select(one => one.Id));
        Assert.Equal("""{"recipient":{"id":"1256217357730577"},"sender_action":"typing_on"}""", _bot.Graph.Calls.First().Body);
        Assert.Equal(4, _bot.Graph.Calls.Count);
    }

    [Fact]
    public async Task A_turn_with_a_recorder_sends_nothing_and_records_each_call()
    {
        var recorder = new Recorder();
        ResourceResponse[] responses = [];
        await _bot.Adapter.ProcessActivityAsync(
            new GenericIdentityOf("row"), Incoming(),
            async (turn, cancel) =>
            {
                Assert.Equal("row", turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey).Name);
                turn.TurnState.Add<IOutgoingRecorder>(recorder);
                var pass = new Activity(ActivityTypes.Event) { Name = "pass_thread_control", Value = "inbox" };
                responses = await turn.SendActivitiesAsync(
                    [new Activity(ActivityTypes.Typing), MessageFactory.Text(new string('x', MessengerLimits.Text + 1)), pass],
                    cancel);
            },
            Cancel);

        Assert.Empty(_bot.Graph.Calls);
        Assert.Equal(["", "id-2", "id-3"], responses.Select(one => one.Id));
        Assert.Equal(
            [("id-1", "POST", "me/messages"), ("id-2", "POST", "me/messages"), ("id-3", "POST", "me/pass_thread_control")],
            recorder.Calls.Select(call => (call.Id, call.Method, call.Target)));
        Assert.Equal(
            """{"recipient":{"id":"1"},"message":{"text":"x","metadata":"id-2"},"messaging_type":"RESPONSE"}""",
            Encoding.UTF8.GetString(recorder.Calls[1].Body.Span));
        Assert.Equal(
            """{"recipient":{"id":"1"},"target_app_id":"263902037430900"}""", Encoding.UTF8.GetString(recorder.Calls[2].Body.Span));
    }

    [Fact]
    public async Task What_the_bot_says_by_itself_is_an_update()
    {
        await _bot.Adapter.ContinueConversationAsync(
            Incoming().GetConversationReference(),
            (turn, cancel) => turn.SendActivityAsync("still there?", cancellationToken: cancel),
            Cancel);
        Assert.Equal(
            """{"recipient":{"id":"1"},"message":{"text":"still there?"},"messaging_type":"UPDATE"}""", Assert.Single(_bot.Graph.Calls).Body
        );
    }

    [Fact]
    public async Task A_refusal_reaches_the_bot()
    {
        _bot.Graph.Instead = async context =>
        {
            context.Response.StatusCode = 400;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, """{"error":{"code":551}}""");
        };
        FacebookErrorClass? seen = null;
        _bot.Adapter.OnTurnError = (_, fault) =>
        {
            seen = (fault as FacebookApiException)?.Class;
            return Task.CompletedTask;
        };
        Assert.Equal(HttpStatusCode.OK, await _bot.PostAsync(Samples.Bytes("messenger4j-signed.body"), cancel: Cancel));
        Assert.Equal(FacebookErrorClass.PersonGone, seen);
    }

    [Fact]
    public async Task A_message_that_was_sent_stays_as_it_was()
    {
        using var turn = new TurnContext(_bot.Adapter, Incoming());
        await Assert.ThrowsAsync<NotImplementedException>(() =>
            turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "m" }, Cancel));
        await Assert.ThrowsAsync<NotImplementedException>(() => turn.DeleteActivityAsync("m", Cancel));
    }

    [Fact]
    public async Task A_team_may_change_each_message_before_it_goes()
    {
        using var client = new FacebookClientWrapper(new FacebookClientWrapperOptions("verify", "secret", "token", _bot.Graph.Host));
        var adapter = new TaggingAdapter(client);
        await adapter.ContinueConversationAsync(
            Incoming().GetConversationReference(),
            (turn, cancel) => turn.SendActivityAsync("hi", cancellationToken: cancel), Cancel);
        Assert.Equal(
            """{"recipient":{"id":"1"},"message":{"text":"hi"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT"}""",
            Assert.Single(_bot.Graph.Calls).Body);
    }

    [Fact]
    public void Without_a_secret_the_adapter_does_not_start()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("FacebookVerifyToken", "v"), new("FacebookAccessToken", "t")])
            .Build();
        var fault = Assert.Throws<ArgumentException>(() => new FacebookAdapter(settings));
        Assert.Contains("FacebookAppSecret", fault.Message, StringComparison.Ordinal);
        _ = new FacebookAdapter(settings, new FacebookAdapterOptions { VerifyIncomingRequests = false });
    }

    [Fact]
    public void Settings_name_the_api_and_the_pages()
    {
        var options = FacebookSettings.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("FacebookAccessToken", "t"), new("Pages:2:AccessToken", "second")])
                .Build());
        Assert.Equal(
            ("https://graph.facebook.com", "v26.0", "t"), (options.FacebookApiHost, options.FacebookApiVersion, options.FacebookAccessToken)
        );
        Assert.Equal(("second", null), (options.PageAccessToken!("2"), options.PageAccessToken("3")));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Activity Incoming() =>
        FacebookWebhook
            .Read("""
                {"object":"page","entry":[{"id":"2","time":5,"messaging":[
                {"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"message":{"mid":"m","text":"hi"}}]}]}
                """u8.ToArray())[0]
            .Activity!;

    private sealed class GenericIdentityOf(string name) : System.Security.Claims.ClaimsIdentity(new GenericIdentity(name));

    private sealed class TaggingAdapter(FacebookClientWrapper client) : FacebookAdapter(client, null)
    {
        protected override FacebookMessage CreateFacebookMessageFromActivity(Activity activity)
        {
            var message = base.CreateFacebookMessageFromActivity(activity);
            (message.MessagingType, message.Tag) = ("MESSAGE_TAG", "HUMAN_AGENT");
            return message;
        }
    }

    private sealed class Recorder : IOutgoingRecorder
    {
        public List<OutgoingCall> Calls { get; } = [];

        public string NewId() => $"id-{Calls.Count + 1}";

        public void Record(OutgoingCall call) => Calls.Add(call);
    }

    /// <summary>A body whose length nobody knows beforehand.</summary>
    private sealed class Drip(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}
