using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The conversations of one Connector service, over HTTP.</summary>
public class Conversations : IConversations
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <param name="client">Makes the calls.</param>
    public Conversations(ConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    /// <summary>Makes the calls.</summary>
    public ConnectorClient Client { get; }

    /// <summary>One call; the answer is default where its body is empty.</summary>
    /// <exception cref="ErrorResponseException">The channel refused, or answered with something else than this type.</exception>
    public async Task<T?> CallAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, ConnectorRoutes.Absolute(Client.BaseUri.AbsoluteUri, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), SchemaJson.Options));
            request.Content.Headers.ContentType = Json;
        }

        using var response = await Client.HttpClient.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Refused(method, path, response, answer);
        return answer.Length == 0 ? default : Read<T>(answer, response, method, path);
    }

    private static T? Read<T>(byte[] answer, HttpResponseMessage response, HttpMethod method, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer, SchemaJson.Options);
        }
        catch (JsonException broken)
        {
            throw new ErrorResponseException(
                $"{method} {path}: the channel answered {(int)response.StatusCode} with something that is not the expected JSON.", broken)
            {
                StatusCode = response.StatusCode,
            };
        }
    }

    private static ErrorResponseException Refused(HttpMethod method, string path, HttpResponseMessage response, byte[] answer) =>
        new($"{method} {path}: the channel answered {(int)response.StatusCode} {response.ReasonPhrase}.")
        {
            StatusCode = response.StatusCode,
            Body = ErrorIn(answer),
        };

    private static ErrorResponse? ErrorIn(byte[] answer)
    {
        try
        {
            return answer.Length == 0 ? null : JsonSerializer.Deserialize<ErrorResponse>(answer, SchemaJson.Options);
        }
        catch (JsonException)
        {
            // A refusal need not be JSON; its status says enough.
            return null;
        }
    }
}
