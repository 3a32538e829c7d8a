using System.ClientModel;
using System.ClientModel.Primitives;
using CommerceBot.Recognition.Assistant;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CommerceBot.Channels.Assistant;

/// <summary>The merchant's language model, at any address with an API like OpenAI's. Tries nothing twice: see the outbox.</summary>
internal sealed class AssistantClient : IDisposable
{
    /// <summary>More than any answer that fits the schema; what a model writes beyond it is cut off and costs nothing.</summary>
    private const int MostTokens = 200;

    /// <summary>An answer with all that a service puts around it has a few KB.</summary>
    private const int LongestResponse = 64 * 1024;

    private static readonly ChatResponseFormat Format = ChatResponseFormat.ForJsonSchema(AssistantSchema.Json, AssistantSchema.Name);

    private readonly HttpClient _http = new(new BoundedResponses());
    private readonly IChatClient _chat;
    private readonly string _model;

    public AssistantClient(AssistantOptions options)
    {
        _model = options.Model;
        _chat = new OpenAIClient(new ApiKeyCredential(options.ApiKey), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(_http),
        }).GetChatClient(options.Model).AsIChatClient();
    }

    /// <summary>What the model wrote; null when it refused to.</summary>
    /// <exception cref="ClientResultException">The service answered with an error.</exception>
    public async Task<string?> AskAsync(string task, string question, CancellationToken cancellationToken)
    {
        ChatMessage[] messages = [new(ChatRole.System, task), new(ChatRole.User, question)];
        var options = new ChatOptions
        {
            ModelId = _model,
            Temperature = 0,
            MaxOutputTokens = MostTokens,
            ResponseFormat = Format,
            AdditionalProperties = new() { ["strict"] = true },
        };
        var response = await _chat.GetResponseAsync(messages, options, cancellationToken);
        return response.FinishReason == ChatFinishReason.Stop || response.FinishReason is null ? response.Text : null;
    }

    public void Dispose()
    {
        _chat.Dispose();
        _http.Dispose();
    }

    /// <summary>No redirect takes the key elsewhere, and no response is read without end.</summary>
    private sealed class BoundedResponses() : DelegatingHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(LongestResponse, cancellationToken);
            return response;
        }
    }
}
