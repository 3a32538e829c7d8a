using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Forms;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>One call of the API: where it is, what it takes, and what it does with it.</summary>
/// <param name="Path">Below <c>/v1/</c>; <c>{id}</c> stands for the thing's id.</param>
internal sealed record Operation(string Method, string Path, GroupRule Parameters, Func<Call, JsonObject> Run)
{
    /// <summary>Rules between parameters, checked before anything is done.</summary>
    public Action<JsonElement, long> Check { get; init; } = (_, _) => { };

    public static Operation Get(string path, GroupRule parameters, Func<Call, JsonObject> run) => new("GET", path, parameters, run);

    public static Operation Post(string path, GroupRule parameters, Func<Call, JsonObject> run) => new("POST", path, parameters, run);
}

/// <summary>A call at work: its checked parameters, the tables as they are, and the note of what becomes of them.</summary>
internal sealed record Call(
    LedgerTables Tables, Note Note, JsonElement Asked, string Id, long Now, Cause By, Uri Simulator, Func<RefundFate> DrawRefund);
