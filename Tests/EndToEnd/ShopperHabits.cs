using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>What a shopper does next: one of these.</summary>
internal abstract record Step
{
    public sealed record Say(string Text) : Step;

    public sealed record Tap(string Payload) : Step;

    public sealed record QuickReply(string Payload) : Step;

    public sealed record Pay(string Session) : Step;
}

/// <summary>
/// A purchase as a table: what a shopper does about what the shop said last. It remembers nothing, so that it goes on
/// from anywhere, whatever a crash did to the conversation.
/// </summary>
/// <param name="requests">What is asked for; of several, now this one and now that.</param>
internal sealed class ShopperHabits(Person person, IReadOnlyList<string> requests, Random dice)
{
    private static readonly Texts Words = Texts.Of(Language.Italian);

    private readonly (Question Question, string Answer)[] _answers =
    [
        (Question.Email, person.Email),
        (Question.Phone, person.Phone),
        (Question.Name, person.Name),
        (Question.Country, person.Country),
        (Question.Postcode, person.Postcode),
        (Question.City, person.City),
        (Question.Street, person.Street),
    ];

    public string AnyBehaviour => requests[dice.Next(requests.Count)];

    /// <summary>What to do about a message; null when it asks for nothing.</summary>
    public Step? About(ChatMessage utterance) => utterance switch
    {
        { Receipt: not null } => null,
        { PayPage: { } page } => new Step.Pay(page[(page.LastIndexOf('/') + 1)..].Split('?')[0]),
        _ when Button(utterance, "order/") is { } order => new Step.Tap(order),
        _ when Button(utterance, "same") is { } same => new Step.Tap(same),
        _ when Quick(utterance, "pay/") is { } pay => new Step.QuickReply(pay),
        _ when Quick(utterance, "answer/deliverymethod/") is { } delivery => new Step.QuickReply(delivery),
        _ when AnswerTo(utterance.Text) is { } answer => new Step.Say(answer),
        _ when Quick(utterance, "pick/") is { } pick => new Step.QuickReply(pick),
        _ when Button(utterance, "buy/") is { } buy => new Step.Tap(buy),
        _ when Button(utterance, "pick/b/") is { } choose => new Step.Tap(choose),
        _ when Quick(utterance, "categories/") is not null || Quick(utterance, "ask") is not null => new Step.Say(AnyBehaviour),
        _ => null,
    };

    private string? AnswerTo(string text) => _answers
        .Where(pair => text.Contains(Words.Get($"ask.{pair.Question}"), StringComparison.Ordinal))
        .Select(pair => pair.Answer).FirstOrDefault();

    private string? Quick(ChatMessage utterance, string verb) => Any(utterance.QuickReplies, verb);

    private string? Button(ChatMessage utterance, string verb) => Any(utterance.Buttons, verb);

    private string? Any(IReadOnlyList<string> payloads, string verb)
    {
        var fitting = payloads.Where(payload => payload.StartsWith("shop1/" + verb, StringComparison.Ordinal)).ToList();
        return fitting.Count == 0 ? null : fitting[dice.Next(fitting.Count)];
    }
}
