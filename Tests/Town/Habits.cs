using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Tests.Town;

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
/// <param name="wishes">What is asked for; of several, now this one and now that.</param>
internal sealed class Habits(Person person, IReadOnlyList<string> wishes, Random dice)
{
    private static readonly Words Words = Words.Of(Language.Italian);

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

    public string AnyWish => wishes[dice.Next(wishes.Count)];

    /// <summary>What to do about a message; null when it asks for nothing.</summary>
    public Step? About(Heard heard) => heard switch
    {
        { Receipt: not null } => null,
        { PayPage: { } page } => new Step.Pay(page[(page.LastIndexOf('/') + 1)..].Split('?')[0]),
        _ when Quick(heard, "order/") is { } order => new Step.QuickReply(order),
        _ when Quick(heard, "pay/") is { } pay => new Step.QuickReply(pay),
        _ when Quick(heard, "answer/deliverymethod/") is { } delivery => new Step.QuickReply(delivery),
        _ when Quick(heard, "address") is { } same => new Step.QuickReply(same),
        _ when AnswerTo(heard.Text) is { } answer => new Step.Say(answer),
        _ when Quick(heard, "pick/") is { } pick => new Step.QuickReply(pick),
        _ when Button(heard, "buy/") is { } buy => new Step.Tap(buy),
        _ when Button(heard, "pick/b/") is { } choose => new Step.Tap(choose),
        _ when Quick(heard, "shelves/") is not null || Quick(heard, "ask") is not null => new Step.Say(AnyWish),
        _ => null,
    };

    private string? AnswerTo(string text) => _answers
        .Where(pair => text.Contains(Words.Say($"ask.{pair.Question}"), StringComparison.Ordinal))
        .Select(pair => pair.Answer).FirstOrDefault();

    private string? Quick(Heard heard, string verb) => Any(heard.QuickReplies, verb);

    private string? Button(Heard heard, string verb) => Any(heard.Buttons, verb);

    private string? Any(IReadOnlyList<string> payloads, string verb)
    {
        var fitting = payloads.Where(payload => payload.StartsWith("shop1/" + verb, StringComparison.Ordinal)).ToList();
        return fitting.Count == 0 ? null : fitting[dice.Next(fitting.Count)];
    }
}
