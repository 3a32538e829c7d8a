using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>Who caused an event: the request and its idempotency key, or nobody (a shopper, the clock).</summary>
internal sealed record Cause(string RequestId, string? IdempotencyKey);

/// <summary>What a piece of work wants written: gathered first, committed together.</summary>
internal sealed class Note
{
    private readonly List<Fact> facts = [];

    public IReadOnlyList<Fact> Facts => facts;

    public void Add(Fact fact) => facts.Add(fact);

    /// <summary>The work came to nothing.</summary>
    public void Forget() => facts.Clear();

    /// <summary>An event with the object as it is now.</summary>
    /// <param name="previous">The attributes that changed, as they were.</param>
    public StripeEvent Raise(string type, JsonObject thing, long now, Cause? by, JsonObject? previous = null)
    {
        var raised = new StripeEvent(
            Ids.New("evt_"), now, type, JsonSerializer.SerializeToElement(thing), by?.RequestId, by?.IdempotencyKey)
        {
            Previous = previous is null ? null : JsonSerializer.SerializeToElement(previous),
        };
        facts.Add(new EventRaised(raised));
        return raised;
    }
}
