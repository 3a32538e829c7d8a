namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>Everything that the simulator knows, as the facts so far tell it. Read and changed under the ledger's lock only.</summary>
internal sealed class LedgerTables
{
    private readonly Dictionary<string, KeyedAnswer> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> undelivered = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    public LedgerIndex<Session> Sessions { get; } = new(session => session.Id);
    public LedgerIndex<Intent> Intents { get; } = new(intent => intent.Id);
    public LedgerIndex<Charge> Charges { get; } = new(charge => charge.Id);
    public LedgerIndex<Refund> Refunds { get; } = new(refund => refund.Id);
    public LedgerIndex<Dispute> Disputes { get; } = new(dispute => dispute.Id);
    public LedgerIndex<Customer> Customers { get; } = new(customer => customer.Id);
    public LedgerIndex<StripeEvent> Events { get; } = new(raised => raised.Id);

    public IEnumerable<Session> OpenSessions => open.Select(Sessions.Get);

    public IEnumerable<StripeEvent> Undelivered => Events.All.Where(raised => undelivered.Contains(raised.Id));

    public bool IsUndelivered(string eventId) => undelivered.Contains(eventId);

    public KeyedAnswer? Answer(string key) => answers.GetValueOrDefault(key);

    public IEnumerable<Refund> RefundsOf(string chargeId) => Refunds.All.Where(refund => refund.ChargeId == chargeId);

    /// <summary>A dispute holds the charge's money: it is open, or lost.</summary>
    public bool IsChargedBack(string chargeId) => HoldingDisputes(chargeId).Any();

    /// <summary>What the shoppers' banks have taken back of it.</summary>
    public long Withdrawn(string chargeId) => HoldingDisputes(chargeId).Sum(dispute => dispute.Amount);

    /// <summary>Stripe forgets keys after a day.</summary>
    public void ForgetAnswersBefore(long second)
    {
        foreach (var (key, _) in answers.Where(pair => pair.Value.At < second).ToArray()) answers.Remove(key);
    }

    public void Apply(Fact fact)
    {
        switch (fact)
        {
            case SessionSaved saved: Put(saved.Session); break;
            case IntentSaved saved: Intents.Put(saved.Intent); break;
            case ChargeSaved saved: Charges.Put(saved.Charge); break;
            case RefundSaved saved: Refunds.Put(saved.Refund); break;
            case DisputeSaved saved: Disputes.Put(saved.Dispute); break;
            case CustomerSaved saved: Customers.Put(saved.Customer); break;
            case EventRaised raised:
                Events.Put(raised.Event);
                undelivered.Add(raised.Event.Id);
                break;
            case EventDelivered delivered: undelivered.Remove(delivered.EventId); break;
            case EventGivenUp given: undelivered.Remove(given.EventId); break;
            case AnswerKept kept: answers[kept.Answer.Key] = kept.Answer; break;
            default: throw new InvalidOperationException($"The ledger does not know the fact {fact.GetType().Name}.");
        }
    }

    private IEnumerable<Dispute> HoldingDisputes(string chargeId) =>
        Disputes.All.Where(dispute => dispute.ChargeId == chargeId && dispute.Status != DisputeStatus.Won);

    private void Put(Session session)
    {
        Sessions.Put(session);
        if (session.Status == SessionStatus.Open) open.Add(session.Id);
        else open.Remove(session.Id);
    }
}
