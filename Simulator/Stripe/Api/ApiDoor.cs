using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Forms;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>The API's way in and out: the key, the form, idempotency, and refusals as Stripe writes them.</summary>
internal sealed class ApiDoor(StripeLedger ledger, SimulatorSecrets secrets, SimulatorAddresses addresses, InFlightKeys inFlight, ILogger<ApiDoor> log)
{
    private const int LargestBody = 1024 * 1024;
    private const int LongestKey = 255;
    private const long KeyLifeSeconds = 24 * 60 * 60;

    public async Task ServeAsync(HttpContext http, Operation? operation)
    {
        var requestId = Ids.New("req_", 14);
        Answer answer;
        try
        {
            answer = await AnswerAsync(http, operation, requestId);
        }
        catch (StripeRefusal refusal)
        {
            answer = Answer.Of(refusal, requestId);
        }
        log.Answered(http.Request.Method, operation?.Path ?? "unknown path", answer.Status, requestId);
        await WriteAsync(http, answer, requestId);
    }

    private async Task<Answer> AnswerAsync(HttpContext http, Operation? operation, string requestId)
    {
        var request = http.Request;
        CheckKey(request.Headers.Authorization);
        if (operation is null)
        {
            throw new StripeRefusal(
                404, "invalid_request_error",
                $"Unrecognized request URL ({request.Method}: {request.Path}). The Stripe stand-in answers what a card payment needs, see Simulator/Stripe/README.md.");
        }
        var id = request.RouteValues["id"] as string ?? "";
        return operation.Method == "GET"
            ? Look(operation, StripeForm.Parse(request.QueryString.Value ?? ""), id, requestId, addresses.Simulator(request))
            : await DoAsync(http, operation, id, requestId);
    }

    private void CheckKey(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            throw StripeRefusal.Unauthorized(
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        var key = authorization["Bearer ".Length..].Trim();
        if (key.Contains("_live_", StringComparison.Ordinal))
            throw StripeRefusal.Unauthorized("This is the Stripe stand-in, and that is a live key: it does not belong here. Check Stripe:ApiBase.", "live_key_refused");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(secrets.StripeApiKey)))
            throw StripeRefusal.Unauthorized($"Invalid API Key provided: {Masked(key)}", "api_key_invalid");
    }

    private static string Masked(string key) => key.StartsWith("sk_test_", StringComparison.Ordinal) ? "sk_test_****" : "****";

    private Answer Look(Operation operation, FormNode form, string id, string requestId, Uri standIn)
    {
        var asked = JsonSerializer.SerializeToElement(operation.Parameters.ReadAll(form));
        return ledger.Read(books => Run(operation, new Call(books, new Note(), asked, id, ledger.Now, new Cause(requestId, null), standIn)));
    }

    private async Task<Answer> DoAsync(HttpContext http, Operation operation, string id, string requestId)
    {
        var body = await ReadFormAsync(http);
        string? key = http.Request.Headers["Idempotency-Key"];
        if (key is { Length: > LongestKey })
            throw new StripeRefusal(400, "idempotency_error", $"An Idempotency-Key is at most {LongestKey} characters long.");
        using var hold = string.IsNullOrEmpty(key) ? null : inFlight.Enter(key);
        var fingerprint = Fingerprint(http.Request, body);
        if (hold is not null && Replay(key!, fingerprint) is { } before) return before;

        var asked = JsonSerializer.SerializeToElement(operation.Parameters.ReadAll(StripeForm.Parse(body)));
        operation.Check(asked, ledger.Now);
        var standIn = addresses.Simulator(http.Request);
        return ledger.Write((books, note) =>
        {
            var by = new Cause(requestId, hold is null ? null : key);
            var answer = RunOrRefuse(operation, new Call(books, note, asked, id, ledger.Now, by, standIn));
            if (hold is not null) note.Add(new AnswerKept(new KeyedAnswer(key!, fingerprint, ledger.Now, answer.Status, answer.Body, requestId)));
            return answer;
        });
    }

    private Answer? Replay(string key, string fingerprint)
    {
        if (ledger.Read(books => books.Answer(key)) is not { } kept || kept.At < ledger.Now - KeyLifeSeconds) return null;
        if (kept.Fingerprint == fingerprint) return new Answer(kept.Status, kept.Body) { ReplayOf = kept.RequestId };
        throw new StripeRefusal(
            400, "idempotency_error",
            $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
    }

    /// <summary>A refusal from here on is kept for the key: the work had begun.</summary>
    private static Answer RunOrRefuse(Operation operation, Call call)
    {
        try
        {
            return Run(operation, call);
        }
        catch (StripeRefusal refusal)
        {
            call.Note.Forget();
            return Answer.Of(refusal, call.By.RequestId);
        }
    }

    private static Answer Run(Operation operation, Call call)
    {
        var json = operation.Run(call);
        Expansion.Expand(json, call.Asked.Items("expand").Select(path => path.GetString()!), new View(call.Books, call.Note));
        return new Answer(200, json.ToJsonString());
    }

    private static async Task<string> ReadFormAsync(HttpContext http)
    {
        var type = http.Request.ContentType;
        if (http.Request.ContentLength is > 0 && type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            throw StripeRefusal.Invalid("Invalid request: the body must be application/x-www-form-urlencoded.");
        if (http.Request.ContentLength > LargestBody) throw new StripeRefusal(413, "invalid_request_error", "The request is too large.");
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    /// <summary>The same parameters in another order are the same parameters.</summary>
    private static string Fingerprint(HttpRequest request, string body)
    {
        var canonical = string.Join('&', body.Split('&').Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n{canonical}")));
    }

    private static Task WriteAsync(HttpContext http, Answer answer, string requestId)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        headers["Request-Id"] = requestId;
        headers["Stripe-Version"] = http.Request.Headers["Stripe-Version"] is [{ Length: > 0 } asked] ? asked : EventShape.ApiVersion;
        headers.CacheControl = "no-store";
        if (http.Request.Headers["Idempotency-Key"] is [{ Length: > 0 } key] && key.All(c => c is >= ' ' and <= '~')) headers["Idempotency-Key"] = key;
        if (answer.ReplayOf is { } original)
        {
            headers["Idempotent-Replayed"] = "true";
            headers["Original-Request"] = original;
        }
        return http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }

    private sealed record Answer(int Status, string Body)
    {
        public string? ReplayOf { get; init; }

        public static Answer Of(StripeRefusal refusal, string requestId) => new(refusal.Status, refusal.ToJson(requestId).ToJsonString());
    }
}
