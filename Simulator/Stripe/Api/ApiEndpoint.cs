using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Forms;
using CommerceBot.Simulator.Stripe.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>The API's way in and out: the key, the faults, the form, idempotency, and refusals as Stripe writes them.</summary>
internal sealed class ApiEndpoint(
    StripeLedger ledger,
    SimulatorSecrets secrets,
    SimulatorAddresses addresses,
    InFlightKeys inFlight,
    FaultSwitches faults,
    TimeProvider time,
    ILogger<ApiEndpoint> log)
{
    private const int LargestBody = 1024 * 1024;
    private const int LongestKey = 255;
    private const long KeyLifeSeconds = 24 * 60 * 60;

    public async Task ServeAsync(HttpContext http, Operation? operation)
    {
        var requestId = Ids.New("req_", 14);
        var fault = new NextFault(null, null, ApiFault.None);
        Answer answer;
        try
        {
            ApiKey.Check(http.Request.Headers.Authorization, secrets);
            if (http.Request.Headers["Stripe-Account"] is [{ Length: > 0 } account]) throw StripeRefusal.NoSuchAccount(account);
            if (operation is null) throw NotThere(http.Request);
            fault = faults.ForCall(http.Request.Method, PathOf(http.Request), "/v1/" + operation.Path);
            answer = await AnswerAsync(http, operation, requestId, fault);
        }
        catch (StripeRefusal refusal)
        {
            answer = Answer.Of(refusal, requestId);
        }
        if (fault.Fault is ApiFault.Timeout or ApiFault.LoseAnswer)
        {
            log.AnswerLost(http.Request.Method, operation!.Path, fault.Fault, requestId);
            http.Abort();
            return;
        }
        log.Answered(http.Request.Method, operation?.Path ?? "unknown path", answer.Status, requestId);
        await answer.WriteAsync(http, requestId);
    }

    private async Task<Answer> AnswerAsync(HttpContext http, Operation operation, string requestId, NextFault fault)
    {
        var request = http.Request;
        string? key = request.Headers["Idempotency-Key"];
        switch (fault.Fault)
        {
            case ApiFault.Conflict:
                throw StripeRefusal.Conflict(key);
            case ApiFault.TooMany:
                throw StripeRefusal.TooMany();
            case ApiFault.Timeout:
                var patience = TimeSpan.FromMilliseconds(faults.Plan.Api.TimeoutMilliseconds);
                await Task.Delay(patience, time, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return new Answer(504, "");
            case ApiFault.Error when operation.Method == "GET":
                throw StripeRefusal.Broken();
            default:
                var id = request.RouteValues["id"] as string ?? "";
                return operation.Method == "GET"
                    ? Look(operation, StripeForm.Parse(request.QueryString.Value ?? ""), id, requestId, addresses.Simulator(request))
                    : await DoAsync(http, operation, id, requestId, fault);
        }
    }

    private Answer Look(Operation operation, FormNode form, string id, string requestId, Uri simulator)
    {
        var asked = JsonSerializer.SerializeToElement(operation.Parameters.ReadAll(form));
        return ledger.Read(tables =>
            Run(operation, new Call(tables, new Note(), asked, id, ledger.Now, new Cause(requestId, null), simulator, faults.ForRefund)));
    }

    private async Task<Answer> DoAsync(HttpContext http, Operation operation, string id, string requestId, NextFault fault)
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
        var simulator = addresses.Simulator(http.Request);
        return ledger.Write(
            (tables, note) =>
            {
                var by = new Cause(requestId, hold is null ? null : key);
                var call = new Call(tables, note, asked, id, ledger.Now, by, simulator, faults.ForRefund);
                var answer = fault.Fault == ApiFault.Error ? Break(operation, call, fault.Done) : RunOrRefuse(operation, call);
                if (hold is not null)
                    note.Add(new AnswerKept(new KeyedAnswer(key!, fingerprint, ledger.Now, answer.Status, answer.Body, requestId)));
                return answer;
            }
        );
    }

    private Answer? Replay(string key, string fingerprint)
    {
        if (ledger.Read(tables => tables.Answer(key)) is not { } kept || kept.At < ledger.Now - KeyLifeSeconds) return null;
        if (kept.Fingerprint != fingerprint) throw StripeRefusal.KeyReused(key);
        // The answer stays the same: Stripe tells its libraries that asking again changes nothing.
        return new Answer(kept.Status, kept.Body) { ReplayOf = kept.RequestId, ShouldRetry = kept.Status >= 500 ? false : null };
    }

    /// <summary>A 500 of a request that began: what was done by then nobody can tell from the answer.</summary>
    private static Answer Break(Operation operation, Call call, bool afterTheWork)
    {
        if (afterTheWork) RunOrRefuse(operation, call);
        return Answer.Of(StripeRefusal.Broken(), call.By.RequestId);
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
            if (!refusal.KeepsWork) call.Note.Forget();
            return Answer.Of(refusal, call.By.RequestId);
        }
    }

    private static Answer Run(Operation operation, Call call)
    {
        var json = operation.Run(call);
        Expansion.Expand(json, call.Asked.Items("expand").Select(path => path.GetString()!), new View(call.Tables, call.Note));
        return new Answer(200, json.ToJsonString());
    }

    private static async Task<string> ReadFormAsync(HttpContext http)
    {
        var type = http.Request.ContentType;
        if (http.Request.ContentLength is > 0
            && type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            throw StripeRefusal.Invalid("Invalid request: the body must be application/x-www-form-urlencoded.");
        if (http.Request.ContentLength > LargestBody) throw new StripeRefusal(413, "invalid_request_error", "The request is too large.");
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static StripeRefusal NotThere(HttpRequest request)
    {
        var path = PathOf(request);
        return path.StartsWith("/v2/", StringComparison.OrdinalIgnoreCase) || path.Equals("/v2", StringComparison.OrdinalIgnoreCase)
            ? StripeRefusal.NoSecondApi(request.Method, path)
            : StripeRefusal.NoSuchUrl(request.Method, path);
    }

    private static string PathOf(HttpRequest request) => request.Path.Value![StripeSimulatorEndpoints.Root.Length..];

    /// <summary>The same parameters in another order are the same parameters.</summary>
    private static string Fingerprint(HttpRequest request, string body)
    {
        var canonical = string.Join('&', body.Split('&').Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n{canonical}")));
    }
}
