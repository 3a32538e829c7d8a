using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What a shopper's words or tap mean while a checkout waits for them.</summary>
internal abstract record CheckoutInput
{
    private CheckoutInput()
    {
    }

    public sealed record Stop : CheckoutInput;

    public sealed record GoBack : CheckoutInput;

    public sealed record Explain : CheckoutInput;

    public sealed record Repeat : CheckoutInput;

    /// <summary>Something is answered anew, without last time's answers.</summary>
    public sealed record AskFresh(CheckoutDraft Draft) : CheckoutInput;

    /// <summary>Which of the answers to change.</summary>
    public sealed record AskChange(CheckoutDraft Draft) : CheckoutInput;

    public sealed record WriteNote : CheckoutInput;

    /// <summary>What was offered was taken, or something is to be asked again.</summary>
    public sealed record Known(CheckoutDraft Draft) : CheckoutInput;

    public sealed record Said(Question Question, string Text) : CheckoutInput;

    /// <summary>A word of the shop's own where a name or a town was asked: it is taken when it is said again.</summary>
    public sealed record Doubted(Question Question, string Text) : CheckoutInput;

    /// <summary>A question or a want in place of an answer: it is answered, and the open question asked again.</summary>
    public sealed record Aside(string Text) : CheckoutInput;

    public sealed record AskLanguage : CheckoutInput;

    /// <summary>The pending question is asked again in this language.</summary>
    public sealed record Speak(Language Language) : CheckoutInput;

    /// <param name="QuoteHash">The quote that was agreed to; null for the one shown last.</param>
    public sealed record Order(string? QuoteHash) : CheckoutInput;

    /// <summary>Nothing about the checkout: the shop answers, and the checkout waits to be resumed.</summary>
    public sealed record Elsewhere : CheckoutInput;
}

/// <summary>What the shopper was asked last.</summary>
/// <param name="Open">The question that waits for its answer; null at the summary and where it is asked what to change.</param>
/// <param name="Fresh">Whether last time's answers are not offered any more.</param>
/// <param name="Offers">The deliveries that were offered; empty where another question is open.</param>
internal sealed record CheckoutScene(Question? Open, bool Fresh, IReadOnlyList<DeliveryOffer> Offers);
