using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceBot.Channels.Assistant;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using CommerceBot.Tests.Recognition;
using CommerceBot.Tests.Recognition.Assistant;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Channels.Assistant;

/// <summary>One call to the language model, over real HTTP to its simulator.</summary>
public sealed class AssistantSenderTests : IAsyncLifetime
{
    private static readonly AssistantQuestion Question = new("com'è andata a finire?", "it", ["order-status", "complaint", "search"]);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private SimulatorApp _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorApp.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_question_is_sent_as_structured_output_without_randomness_and_with_few_tokens()
    {
        var reply = await SendAsync();
        Assert.Equal(new AssistantAnswer(Intent.OrderStatus, null, null), reply.Answer);
        var sent = JsonElement.Parse(Assert.Single(await RequestsAsync()));
        Assert.Equal("simulator-1", sent.GetProperty("model").GetString());
        Assert.Equal(0, sent.GetProperty("temperature").GetDouble());
        Assert.InRange(sent.GetProperty("max_completion_tokens").GetInt32(), 50, 500);
        var format = sent.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.Equal(AssistantSchema.Json.GetRawText(), JsonSerializer.Serialize(format.GetProperty("schema")));
        var messages = sent.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user"], messages.Select(each => each.GetProperty("role").GetString()));
        Assert.Contains("com'è andata a finire?", messages[1].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off-schema")]
    [InlineData("injection")]
    [InlineData("refusal")]
    [InlineData("length")]
    [InlineData("malformed")]
    [InlineData("endless")]
    [InlineData("cut")]
    [InlineData("rate-limit")]
    [InlineData("server-error")]
    public async Task A_call_that_goes_wrong_is_made_once_and_ends_without_an_answer(string fault)
    {
        await SetAsync(new { fault });
        Assert.Null((await SendAsync()).Answer);
        Assert.Single(await RequestsAsync());
    }

    [Fact]
    public async Task A_wrong_key_or_model_ends_without_an_answer()
    {
        Assert.Null((await SendAsync(key: "sk-wrong")).Answer);
        Assert.Null((await SendAsync(model: "another")).Answer);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(300)]
    public async Task A_question_that_is_four_seconds_old_is_sent_no_more(int seconds)
    {
        Assert.Null((await SendAsync(age: TimeSpan.FromSeconds(seconds))).Answer);
        Assert.Empty(await RequestsAsync());
    }

    [Fact]
    public async Task A_service_that_is_not_there_ends_without_an_answer() =>
        Assert.Null((await SendAsync(endpoint: "http://127.0.0.1:9/v1")).Answer);

    private async Task<AssistantReply> SendAsync(
        string key = "sk-simulator", string model = "simulator-1", TimeSpan age = default, string? endpoint = null)
    {
        endpoint ??= new Uri(_simulator.Http.BaseAddress!, "/simulator/assistant/v1").AbsoluteUri;
        var options = AssistantOptionsTests.Read(("Endpoint", endpoint), ("Model", model), ("ApiKey", key));
        using var client = new AssistantClient(options);
        var sender = new AssistantSender(
            client, new AssistantPrompt(Recognizers.Utterances), new AssistantCircuitBreaker(_time),
            new AssistantMetrics(_services.GetRequiredService<IMeterFactory>(), _time, NullLogger<AssistantMetrics>.Instance), _time,
            NullLogger<AssistantSender>.Instance);
        var request = JsonSerializer.SerializeToUtf8Bytes(Question, AssistantJson.Default.AssistantQuestion);
        var row = new OutboxRow(new OutboxId(7, 0), "lane", null, AssistantEvents.CallKind, "intent", request, _time.GetUtcNow() - age, 0)
        {
            PublicId = "db-7-0",
        };
        var done = Assert.IsType<Outcome.Done>(await sender.SendAsync(row, TestContext.Current.CancellationToken));
        Assert.Equal((ActivityTypes.Event, AssistantEvents.Answer), (done.Answer!.Type, done.Answer.Name));
        var reply = AssistantEvents.Read((JsonElement)done.Answer.Value!);
        Assert.Equal("db-7-0", reply.Question);
        return reply;
    }

    private async Task SetAsync(object settings)
    {
        using var answer = await _simulator.Http.PutAsJsonAsync("/simulator/assistant/control", settings);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string[]> RequestsAsync() => (await _simulator.Http.GetFromJsonAsync<string[]>("/simulator/assistant/requests"))!;
}
