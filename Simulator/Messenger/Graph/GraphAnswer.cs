using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>Answers in Meta's form.</summary>
internal static class GraphAnswer
{
    public static IResult Of(object content) => Results.Json(content, MessengerJson.Options);

    public static IResult Of(GraphError error) => Results.Json(
        new
        {
            error = new ErrorBody(
                error.Message, error.Type, error.Code, error.Subcode, error.IsTransient ? true : null, Trace()),
        },
        MessengerJson.Options,
        statusCode: error.Status);

    private static string Trace() => "A" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private sealed record ErrorBody(
        string Message,
        string Type,
        int Code,
        [property: System.Text.Json.Serialization.JsonPropertyName("error_subcode")] int? Subcode,
        [property: System.Text.Json.Serialization.JsonPropertyName("is_transient")] bool? IsTransient,
        [property: System.Text.Json.Serialization.JsonPropertyName("fbtrace_id")] string Trace);
}
