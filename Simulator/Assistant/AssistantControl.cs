using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Assistant;

/// <summary>
/// The control API: <c>PUT control</c> sets how it answers, <c>DELETE control</c> sets it back, <c>GET requests</c> shows what came.
/// </summary>
internal static class AssistantControl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static void MapAssistantControl(this IEndpointRouteBuilder app, AssistantState state)
    {
        app.MapGet($"{AssistantSimulator.Root}/control", () => Results.Json(state.Settings, Json));
        app.MapPut($"{AssistantSimulator.Root}/control", (HttpRequest request) => SetAsync(request, state));
        app.MapDelete($"{AssistantSimulator.Root}/control", () =>
        {
            state.Settings = new AssistantSettings();
            return Results.NoContent();
        });
        app.MapGet($"{AssistantSimulator.Root}/requests", () => Results.Json(state.Requests, Json));
    }

    private static async Task<IResult> SetAsync(HttpRequest request, AssistantState state)
    {
        try
        {
            var wanted = await JsonSerializer.DeserializeAsync<AssistantSettings>(request.Body, Json, request.HttpContext.RequestAborted)
                ?? throw new JsonException("null sets nothing.");
            if (wanted is { Times: < 1 } or { DelayMilliseconds: < 0 })
                throw new JsonException("times is 1 or more, delayMilliseconds 0 or more.");
            state.Settings = wanted;
            return Results.Json(wanted, Json);
        }
        catch (JsonException wrong)
        {
            return Results.Text($"These are no settings of the simulator: {wrong.Message}", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
