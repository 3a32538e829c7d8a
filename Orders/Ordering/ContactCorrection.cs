namespace CommerceBot.Orders;

/// <summary>What a merchant corrects of who is written to and where the parcel goes; null leaves a field as it is.</summary>
/// <param name="CourierNote">Empty for none any more.</param>
public sealed record ContactChange(
    string? Email = null, string? Phone = null, string? Name = null, string? Street = null, string? Postcode = null, string? City = null,
    string? CourierNote = null);

/// <summary>
/// Mistyped answers are put right by the same rules as in the chat. The country stays: price, VAT and delivery were agreed for it.
/// What a rule only doubts is taken, since a person looked at it.
/// </summary>
public static class ContactCorrection
{
    private static readonly Question[] OfParcel =
        [Question.Name, Question.Postcode, Question.City, Question.Street, Question.CourierNote];

    /// <summary>
    /// The order with what was corrected; refused where a rule forbids an answer, the country would change, or the parcel left.
    /// </summary>
    public static TransitionResult Correct(this Order order, ContactChange change, CheckoutTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(change);
        var answers = Answers.None with
        {
            Email = order.Contact.Email, Phone = order.Contact.Phone, Name = order.Address.Name, Country = order.Address.Country,
            Postcode = order.Address.Postcode, City = order.Address.City, Street = order.Address.Street,
            Province = order.Address.Province, CourierNote = order.Address.CourierNote,
        };
        var before = answers;
        foreach (var (question, text) in Wanted(change))
        {
            if (text is null || text == (answers[question] ?? ""))
                continue;
            if (OfParcel.Contains(question) && !order.IsToShip && !order.AwaitsMoney)
                return Refused(order, $"Order {order.Number} is {order.State}: its address cannot be changed any more.");
            if (question == Question.CourierNote && string.IsNullOrWhiteSpace(text))
            {
                answers = answers with { CourierNote = null };
                continue;
            }

            if (EntryRules.Read(question, text, answers, terms) is not { Value: { } right })
                return Refused(order, $"{question} '{text}' of order {order.Number} cannot be right: {question} stays as it was.");
            var put = DraftAnswers.Put(answers, question, right, text, terms);
            if (put.Country != answers.Country)
                return Refused(
                    order, $"{question} '{text}' is in another country, and order {order.Number} was agreed for {answers.Country}.");
            answers = put;
        }

        if (answers.Territory?.Code != before.Territory?.Code)
            return Refused(
                order,
                $"{answers.Postcode} {answers.City} lies where other prices and taxes hold than order {order.Number} was agreed for.");
        return answers == before ? new TransitionResult.AlreadySo(order) : new TransitionResult.Accepted(order with
        {
            Contact = order.Contact with { Email = answers.Email!, Phone = answers.Phone!, Name = NameOf(order, before, answers) },
            Address = order.Address with
            {
                Name = answers.Name!, Street = answers.Street!, Postcode = answers.Postcode!, City = answers.City!,
                Province = answers.Province, CourierNote = answers.CourierNote,
            },
            Updated = now,
        });
    }

    /// <summary>Who ordered and who gets the parcel are mostly one person; a name that differed stays.</summary>
    private static string NameOf(Order order, Answers before, Answers after) =>
        order.Contact.Name == before.Name ? after.Name! : order.Contact.Name;

    private static IEnumerable<(Question, string?)> Wanted(ContactChange change) =>
    [
        (Question.Email, change.Email), (Question.Phone, change.Phone), (Question.Name, change.Name),
        (Question.Postcode, change.Postcode), (Question.City, change.City), (Question.Street, change.Street),
        (Question.CourierNote, change.CourierNote),
    ];

    private static TransitionResult.Refused Refused(Order order, string detail) =>
        new(order.IsToShip || order.AwaitsMoney ? TransitionRefusal.WrongEntry : TransitionRefusal.WrongState, detail);
}
