using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Recognition;
using Xunit;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Tests.Dialogs;

/// <summary>
/// Everything that people are known to write to a shop, said in the middle of a checkout: none of it becomes a name, a town or a street
/// by itself, and nothing but a yes or a request to pay orders.
/// </summary>
public sealed class SentencesInCheckoutTests
{
    /// <summary>How sure the recogniser is, from where on a sentence is none of the answers that were asked for.</summary>
    private const double Sure = 0.8;
    private const double NearlyAll = 0.75;

    /// <summary>One sentence of so many is tried: prime, so that every file gives its share.</summary>
    private const int EverySentence = 7;
    private const int EveryMessage = 199;
    private const int MostAskedTwice = 3;

    private static readonly (Question Question, string Text)[] Answers =
    [
        (Question.Email, "anna@example.com"), (Question.Phone, "333 123 4567"), (Question.Name, "Anna Bianchi"),
        (Question.Country, "Italia"), (Question.Postcode, "20121"), (Question.City, "Milano"), (Question.Street, "Via Roma 1"),
        (Question.DeliveryMethod, "corriere"),
    ];

    private static readonly string[] Names =
    [
        "Rita Gallo", "Luca De Santis", "Giuseppe Verdi", "Chiara Lombardi", "Maria Grazia Esposito", "Søren Kierkegaard", "Aoife O'Brien",
        "Jean-Luc Moreau", "Jürgen Weiß", "Siobhán Kelly", "Salvatore", "Wojciech Kowalski", "3M Italia", "Mustafa Yılmaz", "Li Wei",
        "John Smith", "Emma Johnson", "Francesca Romano", "Paolo Rossi", "Giulia Ferrari", "Antonio Russo", "Marta Colombo",
    ];

    private static readonly string[] Towns =
    [
        "Milano", "Y", "Ascoli Piceno", "Reggio nell'Emilia", "Cork", "Dun Laoghaire", "Sesto San Giovanni", "Brindisi", "Torre del Greco",
        "Bolzano", "L'Aquila", "San Benedetto del Tronto", "Ballina", "Drogheda", "Nantes", "Lyon", "Trapani", "Cinisello Balsamo",
    ];

    private static readonly string[] Streets =
    [
        "Via Garibaldi 12", "Piazza Dante 3", "Corso Vittorio Emanuele II, 45", "12 Main Street", "Viale dei Mille 7/b",
        "Flat 2, 14 High Road", "Via Roma 1", "Largo Augusto 8", "Contrada San Nicola snc", "221B Baker Street", "Vicolo Stretto 4",
        "Strada Statale 16 km 12", "Rue de Rivoli 10", "5 O'Connell Street", "Via XX Settembre 9", "Località Le Piane 2",
    ];

    private static readonly Lazy<IReadOnlyList<TrainingSentence>> Sentences = new(() =>
        [.. Recognizers.Sentences.Where((_, i) => i % EverySentence == 0)]);

    [Theory]
    [InlineData(Question.Name)]
    [InlineData(Question.City)]
    [InlineData(Question.Street)]
    public void A_sentence_about_something_else_is_never_taken_for_the_answer_unconfirmed(Question open)
    {
        var (draft, tried) = (Until(open), 0);
        var stored = new List<string>();
        foreach (var sentence in Sentences.Value)
        {
            var said = Recognizers.Recognize(sentence.Text, sentence.Language);
            if (said.Score < Sure || said.KnownShare <= NearlyAll || MayBeAnAnswer(said, open))
                continue;
            tried++;
            if (Understand(sentence.Text, draft, sentence.Language) is CheckoutInput.Said received
                && draft.Answer(received.Question, received.Text, Goods.Settings.Checkout) is CheckoutDraftChange.Accepted
                && !IsConfirmed(sentence.Text, draft, sentence.Language))
                stored.Add($"{sentence.Intent}: {sentence.Text}");
        }

        Assert.True(tried > Sentences.Value.Count / 3, $"only {tried} sentences were tried");
        Assert.Empty(stored);
    }

    [Fact]
    public void Names_towns_and_streets_are_taken_at_once_but_for_a_few()
    {
        var refused = Refused(Question.Name, Names)
            .Concat(Refused(Question.City, Towns))
            .Concat(Refused(Question.Street, Streets))
            .ToList();
        Assert.True(refused.Count <= MostAskedTwice, string.Join(", ", refused));
    }

    [Fact]
    public void At_the_summary_nothing_but_words_that_say_so_orders()
    {
        var draft = Answers.Aggregate(Begun(), (known, answer) => With(known, answer.Question, answer.Text));
        Assert.Null(draft.FirstMissing);
        var ordered = Recognizers.Sentences.Where(one => one.Intent is not "checkout")
            .Where(one => Understand(one.Text, draft, one.Language) is CheckoutInput.Order).Select(one => one.Text);
        Assert.Empty(ordered);
        Assert.All(["sì", "ok", "va bene", "yes", "sure"], yes => Assert.IsNotType<CheckoutInput.Order>(Understand(yes, draft, "it")));
        Assert.IsType<CheckoutInput.Order>(Understand("ordina e paga", draft, "it"));
    }

    [Fact]
    public async Task No_sentence_leads_to_an_order_wherever_it_is_said()
    {
        var asked = Recognizers.Sentences.Where((one, i) => i % EveryMessage == 0 && one.Intent is not ("yes" or "checkout")).ToList();
        foreach (
            var begin in new[]
            {
                "",
                "> tazza\n* Dettagli @ Tazza blu\n* Metti nel carrello @ Tazza blu",
                "> tazza\n* Compra ora @ Tazza blu\n> anna@example.com\n> 333 123 4567",
                $"> tazza\n* Compra ora @ Tazza blu\n{CheckoutTests.AnswersInItalian}\n* Corriere",
            }
        )
        {
            var chat = new Chat();
            await chat.PlayAsync(begin);
            foreach (var sentence in asked)
            {
                await chat.SaysAsync(sentence.Text);
                Assert.True(chat.Replies.Count > 0, $"'{sentence.Text}' got no answer");
                Assert.True(chat.Store.Placed.Count == 0, $"'{sentence.Text}' ordered");
                await chat.SendsPayloadAsync(new ShopAction.Resume().Write());
            }
        }
    }

    private static List<string> Refused(Question open, IEnumerable<string> texts)
    {
        var draft = Until(open);
        return [.. texts.Where(text => Understand(text, draft, "it") is not CheckoutInput.Said)];
    }

    /// <summary>What reads like an address is shown, and kept on a yes only: "between 500 and 1000" has a number and a postcode.</summary>
    private static bool IsConfirmed(string text, CheckoutDraft draft, string language) =>
        AddressProposal.Read(text, draft, new Language(language), Goods.Settings.Checkout) is not null;

    private static CheckoutInput Understand(string text, CheckoutDraft draft, string language)
    {
        var said = Recognizers.Recognize(text, language);
        return AnswerInterpreter.Understand(
            new Utterance(text, null, IntentPhrases.In(text), false, false), draft,
            new CheckoutScene(draft.FirstMissing, Fresh: false, []), Goods.Settings,
            asked => IntentRules.Interrupts(said, asked, draft.FirstMissing), _ => IntentRules.IsDoubtful(said, draft.FirstMissing));
    }

    /// <summary>
    /// Two words can be a name or a town whatever else they mean (candela rossa), unless they are a want; a street has
    /// a number; and "not in
    /// via Roma" is about an address, and what it says is one.
    /// </summary>
    private static bool MayBeAnAnswer(RecognizedUtterance said, Question open)
    {
        var words = said.Text.Split(' ').Length;
        if (open != Question.Name && said.TopIntent is Intent.ContactInfo or Intent.CheckoutEdit)
            return true;
        if (words > 2)
            return open == Question.Street && said.Text.Any(char.IsDigit);
        return said.TopIntent is not (Intent.Person or Intent.CancelOrder or Intent.RefundReturn or Intent.Complaint or Intent.Privacy
            or Intent.PaymentInfo or Intent.CartShow or Intent.CartRemove or Intent.OptOut or Intent.Invoice or Intent.Coupon);
    }

    private static CheckoutDraft Begun() => CheckoutDraft.Empty(new ShopperId("anna")).Begin(Purchase.Now(new Sku("mug-1"), 1));

    private static CheckoutDraft Until(Question open) => Questions.InOrder.TakeWhile(question => question != open)
        .SelectMany(question => Answers.Where(answer => answer.Question == question))
        .Aggregate(Begun(), (known, answer) => With(known, answer.Question, answer.Text));

    private static CheckoutDraft With(CheckoutDraft draft, Question question, string text) =>
        Assert.IsType<CheckoutDraftChange.Accepted>(draft.Answer(question, text, Goods.Settings.Checkout)).Draft;
}
