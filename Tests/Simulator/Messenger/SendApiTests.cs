using System.Text.Json;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

public sealed class SendApiTests
{
    [Fact]
    public async Task A_message_reaches_the_transcript_and_comes_back_as_an_echo()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var (status, sent) = await host.SendAsync(psid, new { text = "Buongiorno", metadata = "out-1" });

        Assert.Equal(200, status);
        Assert.Equal(psid, sent.GetProperty("recipient_id").GetString());
        var mid = sent.GetProperty("message_id").GetString()!;
        Assert.StartsWith("m_", mid, StringComparison.Ordinal);

        var entry = (await host.TranscriptAsync("anna")).GetProperty("entries")[1];
        Assert.Equal("page", entry.GetProperty("from").GetString());
        Assert.Equal(mid, entry.GetProperty("mid").GetString());
        Assert.Equal("out-1", entry.GetProperty("message").GetProperty("metadata").GetString());

        var echo = (await host.Bot.NextAsync("message")).Event;
        Assert.Equal(host.Secrets.FacebookPageId, echo.GetProperty("sender").GetProperty("id").GetString());
        Assert.Equal(psid, echo.GetProperty("recipient").GetProperty("id").GetString());
        var message = echo.GetProperty("message");
        Assert.True(message.GetProperty("is_echo").GetBoolean());
        Assert.Equal(host.Secrets.FacebookAppId, message.GetProperty("app_id").GetRawText());
        Assert.Equal("out-1", message.GetProperty("metadata").GetString());
        Assert.Equal(mid, message.GetProperty("mid").GetString());
        Assert.Equal("Buongiorno", message.GetProperty("text").GetString());

        var delivery = (await host.Bot.NextAsync("delivery")).Event.GetProperty("delivery");
        Assert.Equal(mid, delivery.GetProperty("mids")[0].GetString());
    }

    [Fact]
    public async Task An_echo_of_a_template_carries_its_attachment()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SendAsync(psid, Receipt("A-1"));
        var echo = (await host.Bot.NextAsync("message")).Event.GetProperty("message").GetProperty("attachments")[0];
        Assert.Equal("template", echo.GetProperty("type").GetString());
        Assert.Equal("A-1", echo.GetProperty("payload").GetProperty("order_number").GetString());
    }

    [Fact]
    public async Task The_page_may_be_called_by_its_id_as_well_as_me()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var body = new { recipient = new { id = psid }, messaging_type = "UPDATE", message = new { text = "a" } };
        Assert.Equal(200, (await host.GraphAsync(HttpMethod.Post, $"{host.Secrets.FacebookPageId}/messages", body)).Status);
        Assert.Equal(400, (await host.GraphAsync(HttpMethod.Post, "12345/messages", body)).Status);
    }

    [Fact]
    public async Task A_form_with_json_in_its_fields_is_understood()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["access_token"] = host.Secrets.FacebookAccessToken,
            ["appsecret_proof"] = host.Proof,
            ["messaging_type"] = "RESPONSE",
            ["recipient"] = $$"""{"id":"{{psid}}"}""",
            ["message"] = """{"text":"from a form"}""",
        });
        using var answer = await host.Http.PostAsync("/simulator/graph/v26.0/me/messages", form, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("wrong", null, 401, 190)]
    [InlineData(null, "wrong", 400, 100)]
    [InlineData(null, "", 400, 100)]
    public async Task A_wrong_token_or_proof_is_refused(string? token, string? proof, int status, int code)
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var body = new { recipient = new { id = psid }, messaging_type = "RESPONSE", message = new { text = "a" } };
        var answer = await host.GraphAsync(HttpMethod.Post, "me/messages", body, token, proof);
        AssertError(answer, status, code);
        Assert.Equal(1, (await host.TranscriptAsync("anna")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task An_error_has_the_form_of_Metas()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var (status, json) = await host.SendAsync(psid, new { text = new string('x', 2001) });
        var error = json.GetProperty("error");
        Assert.Equal(400, status);
        Assert.Equal("OAuthException", error.GetProperty("type").GetString());
        Assert.Equal(100, error.GetProperty("code").GetInt32());
        Assert.False(string.IsNullOrEmpty(error.GetProperty("fbtrace_id").GetString()));
        Assert.StartsWith("(#100)", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_json_is_a_bad_request()
    {
        await using var host = await MessengerHost.StartAsync();
        using var answer = await host.Http.PostAsync(
            $"/simulator/graph/v26.0/me/messages?access_token={host.Secrets.FacebookAccessToken}&appsecret_proof={host.Proof}",
            new StringContent("{", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_a_message_who_is_not_there()
    {
        await using var host = await MessengerHost.StartAsync();
        AssertError(await host.SendAsync("1234567890123456", new { text = "a" }), 400, 100, 2018001);
    }

    [Fact]
    public async Task A_person_who_never_did_anything_cannot_be_written_to()
    {
        await using var host = await MessengerHost.StartAsync();
        var psid = await host.WelcomeAsync("bruno", "Bruno", "it_IT");
        AssertError(await host.SendAsync(psid, new { text = "a" }), 403, 10, 2018278);
    }

    [Fact]
    public async Task The_window_closes_24_hours_after_the_last_action_and_opens_with_the_next()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        host.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await host.SendAsync(psid, new { text = "in time" })).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        AssertError(await host.SendAsync(psid, new { text = "too late" }), 403, 10, 2018278);
        await host.DoAsync("anna", "say", new { text = "Ci siete?" });
        Assert.Equal(200, (await host.SendAsync(psid, new { text = "Sì" })).Status);
        await host.DoAsync("anna", "window", new { lastActionHoursAgo = 25 });
        AssertError(await host.SendAsync(psid, new { text = "a" }), 403, 10, 2018278);
    }

    [Fact]
    public async Task An_order_number_makes_one_receipt()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        Assert.Equal(200, (await host.SendAsync(psid, Receipt("A-1"))).Status);
        AssertError(await host.SendAsync(psid, Receipt("A-1")), 400, 100);
        Assert.Equal(200, (await host.SendAsync(psid, Receipt("A-2"))).Status);
    }

    [Fact]
    public async Task Extensions_need_a_domain_that_the_page_has_listed()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var message = new
        {
            attachment = new
            {
                type = "template",
                payload = new
                {
                    template_type = "button",
                    text = "a",
                    buttons = new[] { new { type = "web_url", title = "t", url = "https://a.example/x", messenger_extensions = true } },
                },
            },
        };
        AssertError(await host.SendAsync(psid, message), 400, 100);
        await host.GraphAsync(HttpMethod.Post, "me/messenger_profile", new { whitelisted_domains = new[] { "https://a.example" } });
        Assert.Equal(200, (await host.SendAsync(psid, message)).Status);
    }

    [Fact]
    public async Task The_next_sends_fail_as_asked_and_deliver_nothing()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SwitchAsync(new { failSends = new { code = 613, times = 2 } });
        AssertError(await host.SendAsync(psid, new { text = "a" }), 400, 613);
        AssertError(await host.SendAsync(psid, new { text = "a" }), 400, 613);
        Assert.Equal(200, (await host.SendAsync(psid, new { text = "a" })).Status);
        Assert.Equal(2, (await host.TranscriptAsync("anna")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task An_unsure_answer_hides_a_message_that_was_delivered()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SwitchAsync(new { loseAnswer = "unsure" });
        AssertError(await host.SendAsync(psid, new { text = "a", metadata = "out-9" }), 500, 1, 1357046);
        var echo = await host.Bot.NextAsync("message");
        Assert.Equal("out-9", echo.Event.GetProperty("message").GetProperty("metadata").GetString());
    }

    [Fact]
    public async Task A_cut_connection_hides_a_message_that_was_delivered()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        await host.SwitchAsync(new { loseAnswer = "cut" });
        await Assert.ThrowsAsync<HttpRequestException>(() => host.SendAsync(psid, new { text = "a" }));
        Assert.Equal(2, (await host.TranscriptAsync("anna")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task A_misspelt_switch_is_told()
    {
        await using var host = await MessengerHost.StartAsync();
        using var answer = await host.Http.PostAsync(
            "/simulator/messenger/switches",
            new StringContent("""{"failSend":{"code":1}}""", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Dots_last_until_the_next_message_or_typing_off_or_20_seconds()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        Task<(int, JsonElement)> Act(string action) => host.GraphAsync(
            HttpMethod.Post, "me/messages", new { recipient = new { id = psid }, sender_action = action });
        async Task<bool> Typing() => (await host.TranscriptAsync("anna")).GetProperty("typing").GetBoolean();

        Assert.False(await Typing());
        await Act("typing_on");
        Assert.True(await Typing());
        await Act("typing_off");
        Assert.False(await Typing());
        await Act("typing_on");
        await host.SendAsync(psid, new { text = "a" });
        Assert.False(await Typing());
        await Act("typing_on");
        host.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.True(await Typing());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Typing());
    }

    internal static object Receipt(string number) => new
    {
        attachment = new
        {
            type = "template",
            payload = new
            {
                template_type = "receipt",
                recipient_name = "Anna Rossi",
                order_number = number,
                currency = "EUR",
                payment_method = "Visa 4242",
                summary = new { total_cost = 29.80 },
            },
        },
    };

    internal static void AssertError((int Status, JsonElement Json) answer, int status, int code, int? subcode = null)
    {
        Assert.Equal(status, answer.Status);
        var error = answer.Json.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetInt32());
        if (subcode is not null)
            Assert.Equal(subcode, error.GetProperty("error_subcode").GetInt32());
    }
}
