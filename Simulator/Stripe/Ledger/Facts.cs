using System.Text.Json.Serialization;

namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>One thing that the ledger remembers. The facts of one commit share one line of the file: all of them or none.</summary>
[JsonDerivedType(typeof(SessionSaved), "session")]
[JsonDerivedType(typeof(IntentSaved), "intent")]
[JsonDerivedType(typeof(ChargeSaved), "charge")]
[JsonDerivedType(typeof(RefundSaved), "refund")]
[JsonDerivedType(typeof(DisputeSaved), "dispute")]
[JsonDerivedType(typeof(CustomerSaved), "customer")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(EventDelivered), "delivered")]
[JsonDerivedType(typeof(EventGivenUp), "given-up")]
[JsonDerivedType(typeof(AnswerKept), "answer")]
internal abstract record Fact;

internal sealed record SessionSaved(Session Session) : Fact;

internal sealed record IntentSaved(Intent Intent) : Fact;

internal sealed record ChargeSaved(Charge Charge) : Fact;

internal sealed record RefundSaved(Refund Refund) : Fact;

internal sealed record DisputeSaved(Dispute Dispute) : Fact;

internal sealed record CustomerSaved(Customer Customer) : Fact;

internal sealed record EventRaised(StripeEvent Event) : Fact;

internal sealed record EventDelivered(string EventId, long At) : Fact;

/// <summary>Refused for too long, or lost because a test wants it so.</summary>
internal sealed record EventGivenUp(string EventId, long At) : Fact;

internal sealed record AnswerKept(KeyedAnswer Answer) : Fact;
