namespace CommerceBot.Orders;

/// <summary>The answer to an answer.</summary>
public abstract record CheckoutDraftChange
{
    private CheckoutDraftChange()
    {
    }

    /// <summary>The answer kept its rule, and is in this draft.</summary>
    public sealed record Accepted(CheckoutDraft Draft) : CheckoutDraftChange;

    /// <summary>It may be right: keep the draft, ask once more, and take what is said then.</summary>
    /// <param name="Draft">Remembers the doubt; the answer is not in it.</param>
    /// <param name="Value">The answer as it would be taken.</param>
    /// <param name="Suggestion">What may have been meant, such as a whole e-mail address; null when nothing is known.</param>
    public sealed record Doubtful(CheckoutDraft Draft, string Value, EntryDoubt Doubt, string? Suggestion) : CheckoutDraftChange;

    /// <param name="Example">What a right answer looks like, such as a postcode of that country; null when none helps.</param>
    public sealed record Refused(EntryFault Fault, string? Example) : CheckoutDraftChange;
}

/// <summary>What becomes of an answer that may be wrong.</summary>
public enum Doubts
{
    /// <summary>It is taken: a form's fields cannot be asked again.</summary>
    Accepted,

    /// <summary>It is asked once more.</summary>
    Asked,
}

/// <summary>A doubtful answer, as it would be taken.</summary>
public sealed record DoubtedAnswer(Question Question, string Value);

/// <summary>The shop's terms that answers are checked against.</summary>
public sealed record CheckoutTerms(Country ShopCountry, DeliveryTable Delivery);
