using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>A checkout under way: what is bought, what was answered, and what the shopper answered last time.</summary>
/// <param name="Buying">What is bought; null while no checkout is under way.</param>
/// <param name="Answers">Given or confirmed in this checkout.</param>
/// <param name="Remembered">Last known answers: each is offered, and counts only when the shopper confirms it.</param>
/// <param name="Version">Set by the store; 0 was never kept.</param>
public sealed record CheckoutDraft(ShopperId Shopper, Purchase? Buying, Answers Answers, Answers Remembered, long Version)
{
    /// <summary>The answer that was doubted last and not said again yet; null when there is none.</summary>
    public DoubtedAnswer? Doubted { get; init; }

    /// <summary>An address that came in one message, shown to the shopper and not confirmed yet; null when there is none.</summary>
    public ParsedAddress? Proposed { get; init; }

    /// <summary>No checkout under way and nothing remembered.</summary>
    public static CheckoutDraft Empty(ShopperId shopper) => new(shopper, null, Answers.None, Answers.None, 0);

    /// <summary>The first question without an answer, in the order of <see cref="Questions.InOrder"/>; null when all is known.</summary>
    [JsonIgnore]
    public Question? FirstMissing
    {
        get
        {
            foreach (var question in Questions.InOrder)
                if (!Answers.Has(question) && Answers.Needs(question))
                    return question;
            return null;
        }
    }

    /// <summary>Starts a checkout; answers of one left in the middle are kept.</summary>
    public CheckoutDraft Begin(Purchase purchase) => this with { Buying = purchase };

    /// <summary>Ends a checkout, ordered or given up: what was answered is offered again next time.</summary>
    public CheckoutDraft End()
    {
        var remembered = Questions.All.Aggregate(Remembered, (known, question) =>
            Answers[question] is { } answer ? known.With(question, answer) : known);
        // What belongs to an address goes with it.
        if (Answers.City is not null)
            remembered = remembered with { Province = Answers.Province };
        if (Answers.Street is not null)
            remembered = remembered with { CourierNote = Answers.CourierNote };
        return this with { Buying = null, Answers = Answers.None, Remembered = remembered, Doubted = null, Proposed = null };
    }

    /// <summary>Checks an answer as the shopper typed it and, if it is right, puts it in.</summary>
    /// <param name="doubts">
    /// Whether an answer that may be wrong is asked once more: then it is <see cref="CheckoutDraftChange.Doubtful"/>
    /// the first time, and taken
    /// when the same is said again, or by <see cref="AcceptDoubted"/>.
    /// </param>
    public CheckoutDraftChange Answer(Question question, string text, CheckoutTerms terms, Doubts doubts = Doubts.Accepted)
    {
        var entry = EntryRules.Read(question, text, Answers, terms);
        if (entry.Value is not { } value)
            return new CheckoutDraftChange.Refused(entry.Fault, entry.Example);
        var said = new DoubtedAnswer(question, value);
        if (entry.Doubt != EntryDoubt.None && doubts == Doubts.Asked && Doubted != said)
            return new CheckoutDraftChange.Doubtful(this with { Doubted = said }, value, entry.Doubt, entry.Example);
        return new CheckoutDraftChange.Accepted(
            this with
            {
                Answers = DraftAnswers.Put(Answers, question, value, text, terms),
                Doubted = null,
            }
        );
    }

    /// <summary>Takes the doubtful answer of before; the same draft when there is none.</summary>
    public CheckoutDraft AcceptDoubted(CheckoutTerms terms) => Doubted is { } doubted
        ? this with { Answers = DraftAnswers.Put(Answers, doubted.Question, doubted.Value, doubted.Value, terms), Doubted = null }
        : this;

    /// <summary>
    /// Takes over what an address in one message said, once the shopper has confirmed it; what fails its rule stays open.
    /// </summary>
    public CheckoutDraft Fill(ParsedAddress address, CheckoutTerms terms) => address.Fields.Aggregate(
        this with { Proposed = null }, (draft, field) =>
            draft.Answer(field.Question, field.Text, terms) is CheckoutDraftChange.Accepted accepted ? accepted.Draft : draft);

    /// <summary>Where the shop delivers to one country only, that is the answer, and nobody is asked.</summary>
    public CheckoutDraft WithOnlyCountry(CheckoutTerms terms) => Buying is not null && Answers.Country is null
        && terms.Delivery.OnlyCountry is { } only
            ? this with { Answers = DraftAnswers.Put(Answers, Question.Country, only.Code, only.Code, terms) }
            : this;

    /// <summary>What the shopper answered last time and may confirm now; null when there is nothing that still fits.</summary>
    public string? Offer(Question question, CheckoutTerms terms) =>
        !Answers.Has(question) && Remembered[question] is { } last && Fits(question, last, terms) ? last : null;

    /// <summary>
    /// These answers, and for what is missing those of last time that still fit: one question instead of many. Null when last time
    /// helps with one question or none.
    /// </summary>
    public Answers? OfferTogether(CheckoutTerms terms)
    {
        var confirmed = Confirm(Questions.All, terms).Answers;
        return Questions.InOrder.Count(question => question != Question.Province && !Answers.Has(question) && confirmed.Has(question)) > 1
            ? confirmed
            : null;
    }

    /// <summary>Takes over what is offered for these questions; what has no offer stays open.</summary>
    public CheckoutDraft Confirm(IEnumerable<Question> questions, CheckoutTerms terms) =>
        WithProvince(questions).Distinct().Order().Aggregate(this, (draft, question) => draft.Offer(question, terms) is { } offered
            ? draft with { Answers = DraftAnswers.Put(draft.Answers, question, offered, offered, terms) }
            : draft);

    /// <summary>Asks one question again, for instance from the summary.</summary>
    public CheckoutDraft Clear(Question question) => this with { Answers = DraftAnswers.Without(Answers, question), Doubted = null };

    /// <summary>Takes back the answer before the first open question; the same draft when there is none that was asked.</summary>
    public CheckoutDraft Back(CheckoutTerms terms)
    {
        var before = Questions.InOrder.TakeWhile(question => question != FirstMissing).Where(question => question switch
        {
            Question.Country => terms.Delivery.OnlyCountry is null,
            _ => Answers.Needs(question),
        }).ToList();
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
