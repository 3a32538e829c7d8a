using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CommerceBot.Simulator.Stripe.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Control;

/// <summary>Reads and sets the faults. A word that means nothing here is refused: a misspelt fault would prove nothing.</summary>
internal static class FaultsApi
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<ApiFault>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        control.MapGet("faults", (FaultSwitches switches) => ControlApi.Write(Show(switches)));
        control.MapPost("faults", SetAsync);
    }

    /// <summary>The plan as JSON, and under <c>struck</c> how often each fault has struck since it was set.</summary>
    private static JsonObject Show(FaultSwitches switches)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(switches.Plan, Json)!;
        json["struck"] = JsonSerializer.SerializeToNode(switches.Struck);
        return json;
    }

    private static async Task<IResult> SetAsync(HttpRequest request, FaultSwitches switches, ILogger<FaultSwitches> log)
    {
        try
        {
            var plan = await JsonSerializer.DeserializeAsync<FaultPlan>(request.Body, Json, request.HttpContext.RequestAborted);
            if (plan is null) throw new JsonException("The body is null; {} sets all back.");
            FaultCheck.Check(plan);
            switches.Set(plan);
            log.FaultsSet(JsonSerializer.Serialize(plan, Json));
            return ControlApi.Write(Show(switches));
        }
        catch (JsonException wrong)
        {
            return ControlApi.Answer(() => throw StripeRefusal.Invalid($"These faults cannot be read: {wrong.Message}", wrong.Path));
        }
        catch (StripeRefusal wrong)
        {
            return ControlApi.Answer(() => throw wrong);
        }
    }
}
