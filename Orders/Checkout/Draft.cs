using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>A checkout under way: what is bought, what was answered, and what the shopper answered last time.</summary>
/// <param name="Buying">What is bought; null while no checkout is under way.</param>
/// <param name="Answers">Given or confirmed in this checkout.</param>
/// <param name="Remembered">Last known answers: each is offered, and counts only when the shopper confirms it.</param>
/// <param name="Version">Set by the store; 0 was never kept.</param>
public sealed record Draft(ShopperId Shopper, Purchase? Buying, Answers Answers, Answers Remembered, long Version)
{
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
        var remembered = Questions.InOrder.Aggregate(Remembered, (known, question) =>
            Answers[question] is { } answer ? known.With(question, answer) : known);
        return this with { Buying = null, Answers = Answers.None, Remembered = remembered };
    }

    /// <summary>Checks an answer as the shopper typed it and, if it is right, puts it in.</summary>
    public DraftChange Answer(Question question, string text, CheckoutTerms terms)
    {
        var entry = EntryRules.Read(question, text, Answers, terms);
        return entry.Value is { } value
            ? new DraftChange.Accepted(Put(question, value, terms))
            : new DraftChange.Refused(entry.Fault, entry.Example);
    }

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
        questions.Order().Aggregate(this, (draft, question) =>
            draft.Offer(question, terms) is { } offered ? draft.Put(question, offered, terms) : draft);

    /// <summary>Asks one question again, for instance from the summary.</summary>
    public Draft Clear(Question question) => this with { Answers = Answers.With(question, null) };

    /// <summary>Takes back the answer before the first open question; the same draft when there is none.</summary>
    public Draft Back()
    {
        var before = Questions.InOrder.TakeWhile(question => question != FirstMissing).ToList();
        return before.Count == 0 ? this : Clear(before[^1]);
    }

    private Draft Put(Question question, string value, CheckoutTerms terms)
    {
        var answers = Answers.With(question, value);
        if (question == Question.Country && Answers.Country != answers.Country)
            answers = WithoutWhatNoLongerFits(answers, terms);
        return this with { Answers = answers };
    }

    /// <summary>Another country has other postcodes and other carriers.</summary>
    private static Answers WithoutWhatNoLongerFits(Answers answers, CheckoutTerms terms)
    {
        foreach (var question in (Question[])[Question.Postcode, Question.DeliveryMethod])
            if (answers[question] is { } old && EntryRules.Read(question, old, answers, terms).Value is null)
                answers = answers.With(question, null);
        return answers;
    }

    /// <summary>An old street means nothing in a new country, and rules may have changed since.</summary>
    private bool Fits(Question question, string last, CheckoutTerms terms) =>
        (question is not (Question.Postcode or Question.City or Question.Street) || Answers.Country == Remembered.Country)
        && EntryRules.Read(question, last, Answers, terms).Value == last;
}

/// <summary>The answer to an answer.</summary>
public abstract record DraftChange
{
    private DraftChange()
    {
    }

    public sealed record Accepted(Draft Draft) : DraftChange;

    /// <param name="Example">What a right answer looks like, such as a postcode of that country; null when none helps.</param>
    public sealed record Refused(EntryFault Fault, string? Example) : DraftChange;
}

/// <summary>The shop's terms that answers are checked against.</summary>
public sealed record CheckoutTerms(Country ShopCountry, DeliveryTable Delivery);
