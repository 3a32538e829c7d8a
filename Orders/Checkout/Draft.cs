using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>A checkout under way: what is bought, what was answered, and what the shopper answered last time.</summary>
/// <param name="Buying">What is bought; null while no checkout is under way.</param>
/// <param name="Answers">Given or confirmed in this checkout.</param>
/// <param name="Remembered">Last known answers: each is offered, and counts only when the shopper confirms it.</param>
/// <param name="Version">Set by the store; 0 was never kept.</param>
public sealed record Draft(ShopperId Shopper, Purchase? Buying, Answers Answers, Answers Remembered, long Version)
{
    /// <summary>The answer that was doubted last and not said again yet; null when there is none.</summary>
    public DoubtedAnswer? Doubted { get; init; }

    public static Draft Empty(ShopperId shopper) => new(shopper, null, Answers.None, Answers.None, 0);

    /// <summary>The first question without an answer, in the order of <see cref="Question"/>; null when all is known.</summary>
    [JsonIgnore]
    public Question? FirstMissing
    {
        get
        {
            foreach (var question in Questions.InOrder)
                if (!Answers.Has(question))
                    return question;
            return null;
        }
    }

    /// <summary>Starts a checkout; answers of one left in the middle are kept.</summary>
    public Draft Begin(Purchase purchase) => this with { Buying = purchase };

    /// <summary>Ends a checkout, ordered or given up: what was answered is offered again next time.</summary>
    public Draft End()
    {
        var remembered = Questions.InOrder.Concat(Questions.Optional).Aggregate(Remembered, (known, question) =>
            Answers[question] is { } answer ? known.With(question, answer) : known);
        return this with { Buying = null, Answers = Answers.None, Remembered = remembered, Doubted = null };
    }

    /// <summary>Checks an answer as the shopper typed it and, if it is right, puts it in.</summary>
    /// <param name="doubts">
    /// Whether an answer that may be wrong is asked once more: then it is <see cref="DraftChange.Doubtful"/> the first time, and taken
    /// when the same is said again, or by <see cref="AcceptDoubted"/>.
    /// </param>
    public DraftChange Answer(Question question, string text, CheckoutTerms terms, Doubts doubts = Doubts.Accepted)
    {
        var entry = EntryRules.Read(question, text, Answers, terms);
        if (entry.Value is not { } value)
            return new DraftChange.Refused(entry.Fault, entry.Example);
        var said = new DoubtedAnswer(question, value);
        if (entry.Doubt != EntryDoubt.None && doubts == Doubts.Asked && Doubted != said)
            return new DraftChange.Doubtful(this with { Doubted = said }, value, entry.Doubt, entry.Example);
        return new DraftChange.Accepted(this with { Answers = DraftAnswers.Put(Answers, question, value, text, terms), Doubted = null });
    }

    /// <summary>Takes the doubtful answer of before; the same draft when there is none.</summary>
    public Draft AcceptDoubted(CheckoutTerms terms) => Doubted is { } doubted
        ? this with { Answers = DraftAnswers.Put(Answers, doubted.Question, doubted.Value, doubted.Value, terms), Doubted = null }
        : this;

    /// <summary>
    /// Takes over what an address in one message said, once the shopper has confirmed it; what fails its rule stays open.
    /// </summary>
    public Draft Fill(ParsedAddress address, CheckoutTerms terms) => address.Fields.Aggregate(this, (draft, field) =>
        draft.Answer(field.Question, field.Text, terms) is DraftChange.Accepted accepted ? accepted.Draft : draft);

    /// <summary>What the shopper answered last time and may confirm now; null when there is nothing that still fits.</summary>
    public string? Offer(Question question, CheckoutTerms terms) =>
        !Answers.Has(question) && Remembered[question] is { } last && Fits(question, last, terms) ? last : null;

    /// <summary>The whole address of last time, to be confirmed at once; null when it is not complete or no longer fits.</summary>
    public Address? OfferAddress(CheckoutTerms terms) =>
        Confirm(Questions.OfAddress, terms) is { } confirmed && !Questions.OfAddress.Any(Answers.Has)
            ? confirmed.Answers.With(Question.Name, Answers.Name ?? Remembered.Name).AsAddress()
            : null;

    /// <summary>Takes over what is offered for these questions; what has no offer stays open.</summary>
    public Draft Confirm(IEnumerable<Question> questions, CheckoutTerms terms) =>
        WithProvince(questions).Order().Aggregate(this, (draft, question) => draft.Offer(question, terms) is { } offered
            ? draft with { Answers = DraftAnswers.Put(draft.Answers, question, offered, offered, terms) }
            : draft);

    /// <summary>Asks one question again, for instance from the summary.</summary>
    public Draft Clear(Question question) => this with { Answers = DraftAnswers.Without(Answers, question), Doubted = null };

    /// <summary>Takes back the answer before the first open question; the same draft when there is none.</summary>
    public Draft Back()
    {
        var before = Questions.InOrder.TakeWhile(question => question != FirstMissing).ToList();
        return before.Count == 0 ? this : Clear(before[^1]);
    }

    /// <summary>A town's province goes with it.</summary>
    private static IEnumerable<Question> WithProvince(IEnumerable<Question> questions)
    {
        var asked = questions.ToList();
        return asked.Contains(Question.City) ? asked.Append(Question.Province) : asked;
    }

    /// <summary>An old street means nothing in a new country, and rules may have changed since.</summary>
    private bool Fits(Question question, string last, CheckoutTerms terms) =>
        (question is not (Question.Postcode or Question.City or Question.Street or Question.Province)
            || Answers.Country == Remembered.Country)
        && EntryRules.Read(question, last, Answers, terms).Value == last;
}
