using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Simulator.Assistant;

/// <summary>The simulator for a language model refuses what OpenAI's API refuses, in its words.</summary>
public sealed class CompletionsTests : IAsyncLifetime
{
    private const string Path = "/simulator/assistant/v1/chat/completions";

    private const string Good = """
        {"model":"simulator-1","temperature":0,"max_completion_tokens":50,
         "messages":[{"role":"system","content":"Sort."},{"role":"user","content":[{"type":"text","text":"{\"likely\":[\"b\",\"a\"]}"}]}],
         "response_format":{"type":"json_schema","json_schema":{"name":"intent","strict":true,"schema":{"type":"object",
          "additionalProperties":false,"required":["intent","note"],
          "properties":{"intent":{"type":"string","enum":["a","b","none"]},"note":{"type":["string","null"]}}}}}}
        """;

    private SimulatorApp _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorApp.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_schema_is_filled_with_the_value_that_the_question_names_first()
    {
        var (status, body) = await PostAsync(Good);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("chat.completion", body.GetProperty("object").GetString());
        Assert.Equal(
            """{"intent":"b","note":null}""", body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task What_a_test_sets_is_what_the_model_writes_until_it_is_set_back()
    {
        using (var set = await _simulator.Http.PutAsJsonAsync("/simulator/assistant/control", new { answer = new { intent = "a" } }))
            set.EnsureSuccessStatusCode();
        Assert.Contains("""{"intent":"a"}""", ContentOf((await PostAsync(Good)).Body), StringComparison.Ordinal);
        using (var back = await _simulator.Http.DeleteAsync(new Uri("/simulator/assistant/control", UriKind.Relative)))
            back.EnsureSuccessStatusCode();
        Assert.Contains("\"b\"", ContentOf((await PostAsync(Good)).Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "fault": "earthquake" }""")]
    [InlineData("""{ "fault": 3 }""")]
    [InlineData("""{ "colour": "red" }""")]
    [InlineData("""{ "times": 0 }""")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task Settings_that_do_not_exist_are_refused(string settings)
    {
        using var content = new StringContent(settings, Encoding.UTF8, "application/json");
        using var answer = await _simulator.Http.PutAsync(new Uri("/simulator/assistant/control", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("sk-another", "invalid_api_key")]
    public async Task Without_the_key_nothing_is_answered(string? key, string? code)
    {
        var (status, body) = await PostAsync(Good, key);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(code, body.GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("$.model", null, 400, "you must provide a model")]
    [InlineData("$.model", "\"gpt-99\"", 404, "does not exist")]
    [InlineData("$.messages", null, 400, "'messages'")]
    [InlineData("$.messages", "[]", 400, "empty array")]
    [InlineData("$.messages", "[{\"role\":\"king\",\"content\":\"x\"}]", 400, "Invalid value: 'king'")]
    [InlineData("$.messages", "[{\"role\":\"user\"}]", 400, "messages[0].content")]
    [InlineData("$.temperature", "3", 400, "<= 2")]
    [InlineData("$.temperature", "\"cold\"", 400, "a number")]
    [InlineData("$.max_completion_tokens", "0", 400, ">= 1")]
    [InlineData("$.flavour", "1", 400, "Unknown parameter: 'flavour'")]
    [InlineData("$.stream", "true", 400, "stream")]
    [InlineData("$.response_format.type", "\"yaml\"", 400, "json_schema")]
    [InlineData("$.response_format.json_schema", null, 400, "json_schema")]
    [InlineData("$.response_format.json_schema.name", null, 400, "json_schema.name")]
    [InlineData("$.response_format.json_schema.name", "\"a b\"", 400, "does not match pattern")]
    [InlineData("$.response_format.json_schema.schema", null, 400, "json_schema.schema")]
    [InlineData("$.response_format.json_schema.schema.additionalProperties", null, 400, "additionalProperties")]
    [InlineData("$.response_format.json_schema.schema.required", "[\"intent\"]", 400, "Missing 'note'")]
    [InlineData("$.response_format.json_schema.schema.type", "\"array\"", 400, "type: \\\"object\\\"")]
    public async Task What_the_api_refuses_is_refused(string place, string? value, int status, string said)
    {
        var body = JsonNode.Parse(Good)!.AsObject();
        var names = place.Split('.')[1..];
        var parent = names[..^1].Aggregate(body, (node, name) => node[name]!.AsObject());
        if (value is null)
            parent.Remove(names[^1]);
        else
            parent[names[^1]] = JsonNode.Parse(value);
        var (answered, error) = await PostAsync(body.ToJsonString());
        Assert.Equal(status, (int)answered);
        Assert.Contains(said, error.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", error.GetProperty("error").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_that_is_no_request_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(body)).Status);

    private static string ContentOf(JsonElement body) =>
        body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string body, string? key = "sk-simulator")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var answer = await _simulator.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
