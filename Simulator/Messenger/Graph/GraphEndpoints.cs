using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>The addresses of the simulated Graph API.</summary>
internal static class GraphEndpoints
{
    private delegate Task<IResult> Answer(GraphRequest request, HttpContext http);

    public static void MapGraph(this IEndpointRouteBuilder app)
    {
        var graph = app.MapGroup("/simulator/graph/{version}");
        graph.MapPost("/{node}/messages", (string node, SendApi api, HttpContext http) =>
            OfPageAsync(node, http, api.SendAsync));
        graph.MapPost("/{node}/messenger_profile", (string node, ProfileApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Set(r))));
        graph.MapGet("/{node}/messenger_profile", (string node, ProfileApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Get(r))));
        graph.MapDelete("/{node}/messenger_profile", (string node, ProfileApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Delete(r))));
        graph.MapPost("/{node}/subscribed_apps", (string node, WebhookPost post, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(Subscribe(r, post))));
        graph.MapGet("/{node}/subscribed_apps", (string node, WebhookPost post, SimulatorSecrets secrets, HttpContext http) =>
            OfPageAsync(node, http, (_, _) => Task.FromResult(Subscriptions(post, secrets))));
        graph.MapPost("/{node}/personas", (string node, PersonaApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Create(r))));
        graph.MapGet("/{node}/personas", (string node, PersonaApi api, HttpContext http) =>
            OfPageAsync(node, http, (_, _) => Task.FromResult(api.List())));
        graph.MapDelete("/{node}", (string node, PersonaApi api, HttpContext http) =>
            AllowedAsync(http, (_, _) => Task.FromResult(api.Delete(node))));
        graph.MapGet("/{node}", (string node, PeopleApi people, PersonaApi personas, SimulatorAddresses addresses, HttpContext http) =>
            AllowedAsync(http, async (r, h) =>
                personas.Find(node) ?? await people.ReadAsync(node, r, addresses.Simulator(h.Request), h.RequestAborted)));
        app.MapFallback("/simulator/graph/{**rest}", (string? rest, HttpContext http) =>
            AllowedAsync(http, (r, h) => Task.FromResult(GraphAnswer.Of(Refusal(r, h.Request.Method, rest ?? "")))));
    }

    /// <summary>Whatever has no address of its own here; it is refused in Graph's own words.</summary>
    private static GraphError Refusal(GraphRequest request, string method, string rest)
    {
        var isBatch = request.Query.ContainsKey("batch")
            || (request.Body.ValueKind is JsonValueKind.Object && request.Body.TryGetProperty("batch", out _));
        if (HttpMethods.IsPost(method) && isBatch)
            return GraphError.NoBatch;
        var parts = rest.Split('/', 2);
        return GraphError.Unsupported(method.ToLowerInvariant(), parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>Graph reads a version that it does not know as an object's id, and cannot tell what the rest should be.</summary>
    private static GraphError? UnknownVersion(HttpRequest request)
    {
        var parts = request.Path.Value!["/simulator/graph".Length..].TrimStart('/').Split('/', 2);
        var isVersioned = GraphVersions.Knows(parts[0]) || (parts[0].Length is 0 && HttpMethods.IsPost(request.Method));
        return isVersioned ? null : GraphError.UnknownPath("/" + (parts.Length > 1 ? parts[1] : ""));
    }

    private static Task<IResult> OfPageAsync(string node, HttpContext http, Answer answer)
    {
        var world = (SimulatorState)http.RequestServices.GetService(typeof(SimulatorState))!;
        return AllowedAsync(http, (request, context) => node is "me" || node == world.PageId
            ? answer(request, context)
            : Task.FromResult(GraphAnswer.Of(GraphError.Unknown(node))));
    }

    private static async Task<IResult> AllowedAsync(HttpContext http, Answer answer)
    {
        if (UnknownVersion(http.Request) is { } unknown)
            return GraphAnswer.Of(unknown);
        var access = (GraphAccess)http.RequestServices.GetService(typeof(GraphAccess))!;
        var (request, unreadable) = await GraphRequest.ReadAsync(http.Request, http.RequestAborted);
        if ((unreadable ?? access.Check(request!)) is { } error)
            return GraphAnswer.Of(error);
        return await answer(request!, http);
    }

    private static IResult Subscribe(GraphRequest request, WebhookPost post)
    {
        var fields = request.Query["subscribed_fields"].ToString();
        if (fields.Length is 0 && request.Body.TryGetProperty("subscribed_fields", out var inBody))
        {
            fields = inBody.ValueKind is JsonValueKind.Array
                ? string.Join(',', inBody.EnumerateArray().Select(f => f.ToString()))
                : inBody.ToString();
        }

        var names = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0)
            return GraphAnswer.Of(Limits.Shapes.Missing("subscribed_fields"));
        var wrong = Array.FindIndex(names, name => !WebhookFields.Known.Contains(name));
        if (wrong >= 0)
        {
            return GraphAnswer.Of(GraphError.Bad(
                $"Param subscribed_fields[{wrong}] must be one of {{{string.Join(", ", WebhookFields.Known).ToUpperInvariant()}}}"
                + $" - got \"{names[wrong]}\"."));
        }

        post.Subscribe(names.ToHashSet());
        return GraphAnswer.Of(new { success = true });
    }

    private static IResult Subscriptions(WebhookPost post, SimulatorSecrets secrets) => GraphAnswer.Of(new
    {
        data = new[]
        {
            new Dictionary<string, object>
            {
                ["id"] = secrets.FacebookAppId,
                ["name"] = "CommerceBot",
                ["subscribed_fields"] = post.Subscribed ?? WebhookFields.Known,
            },
        },
    });
}
