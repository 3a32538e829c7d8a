using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class DraftTests
{
    private static readonly CheckoutTerms Terms = Some.Checkout();
    private static readonly (Question Question, string Text)[] Right =
    [
        (Question.Email, "Anna@Example.com"),
        (Question.Name, "Anna Bianchi"),
        (Question.Country, "Italia"),
        (Question.Postcode, "20121"),
        (Question.City, "Milano"),
        (Question.Street, "Via Roma 1"),
        (Question.Phone, "333 123 4567"),
        (Question.DeliveryMethod, "corriere"),
    ];

    [Fact]
    public void A_checkout_asks_for_the_first_thing_it_does_not_know()
    {
        var draft = CheckoutDraft.Empty(Some.Anna).Begin(Purchase.OfCart);
        foreach (var (question, text) in Right)
        {
            Assert.Equal(question, draft.FirstMissing);
            draft = Accepted(draft.Answer(question, text, Terms));
        }

        Assert.Null(draft.FirstMissing);
        Assert.Equal(new Contact("Anna@example.com", "+393331234567", "Anna Bianchi"), draft.Answers.AsContact());
        Assert.Equal(AnnasAddress, draft.Answers.AsAddress());
    }

    [Fact]
    public void Back_takes_the_answers_back_one_by_one()
    {
        var draft = Complete();
        foreach (var (question, _) in Right.Reverse())
        {
            draft = draft.Back(Terms);
            Assert.Equal(question, draft.FirstMissing);
        }

        Assert.Same(draft, draft.Back(Terms));
    }

    [Fact]
    public void Changing_one_answer_from_the_summary_asks_that_one_alone()
    {
        var draft = Complete().Clear(Question.Phone);

        Assert.Equal(Question.Phone, draft.FirstMissing);
        Assert.Equal(Question.Street, draft.Back(Terms).FirstMissing);
        Assert.Null(Accepted(draft.Answer(Question.Phone, "+39 02 1234 5678", Terms)).FirstMissing);
    }

    [Fact]
    public void Next_time_everything_is_offered_and_nothing_is_taken_for_granted()
    {
        var next = Complete().End().Begin(Purchase.Now(new("mug-1"), 1));

        Assert.Equal(Question.Email, next.FirstMissing);
        Assert.Equal("Anna@example.com", next.Offer(Question.Email, Terms));
        Assert.Equal(AnnasAddress, next.OfferTogether(Terms)?.AsAddress());
        Assert.Equal(new("corriere"), next.OfferTogether(Terms)?.Delivery);
        Assert.Equal(
            Question.DeliveryMethod,
            next.Confirm([Question.Email, Question.Phone, Question.Name, .. Questions.OfAddress], Terms).FirstMissing);
        Assert.Null(next.Confirm(Questions.InOrder, Terms).FirstMissing);
    }

    [Fact]
    public void An_answer_given_now_is_not_offered_again()
    {
        var next = Accepted(Complete().End().Answer(Question.Email, "new@example.com", Terms));

        Assert.Null(next.Offer(Question.Email, Terms));
        Assert.Equal("new@example.com", next.End().Remembered.Email);
        Assert.Equal("+393331234567", next.End().Remembered.Phone);
    }

    [Fact]
    public void In_another_country_the_old_address_is_not_offered()
    {
        var next = Accepted(Complete().End().Answer(Question.Country, "Francia", Terms));

        Assert.Null(next.Offer(Question.Postcode, Terms));
        Assert.Null(next.Offer(Question.Street, Terms));
        Assert.Null(next.OfferTogether(Terms)?.AsAddress());
        Assert.Equal("Anna@example.com", next.OfferTogether(Terms)?.Email);
    }

    [Fact]
    public void Another_country_drops_a_postcode_and_a_delivery_that_it_does_not_have()
    {
        var terms = Some.Checkout(Some.Courier(490, null, "IT"), Some.Courier(990, null, "GB") with { Id = new("abroad") });
        var moved = Accepted(Complete().Answer(Question.Country, "UK", terms));

        Assert.Equal(Question.Postcode, moved.FirstMissing);
        Assert.Null(moved.Answers.Delivery);
        Assert.Equal("Milano", moved.Answers.City);
    }

    [Fact]
    public void A_delivery_that_the_merchant_dropped_is_not_offered_again() =>
        Assert.Null(Complete().End().Offer(Question.DeliveryMethod, Some.Checkout(Some.Courier() with { Id = new("other") })));

    [Fact]
    public void A_province_and_a_note_are_kept_and_offered_again()
    {
        var draft = Accepted(Complete().Answer(Question.CourierNote, "Citofono Bianchi", Terms));
        Assert.Equal(("MI", "Citofono Bianchi"), (draft.Answers.Province, draft.Answers.CourierNote));
        Assert.Null(draft.FirstMissing);

        var next = draft.End().Begin(Purchase.OfCart);
        Assert.Equal("Citofono Bianchi", next.Offer(Question.CourierNote, Terms));
        Assert.Equal("MI", next.Confirm(Questions.OfAddress, Terms).Answers.Province);
        Assert.Null(Accepted(next.Confirm(Questions.OfAddress, Terms).Answer(Question.Country, "UK", Terms)).Answers.Province);
    }

    [Fact]
    public void A_shop_that_delivers_to_one_country_does_not_ask_for_it()
    {
        var terms = Some.Checkout(Some.Courier(490, null, "IT"), Some.Courier(990, null, "IT") with { Id = new("espresso") });
        var begun = CheckoutDraft.Empty(Some.Anna).Begin(Purchase.OfCart).WithOnlyCountry(terms);
        Assert.Equal(Some.Italy, begun.Answers.Country);

        var named = Accepted(Accepted(begun.Answer(Question.Email, "a@example.com", terms)).Answer(Question.Name, "Anna Bianchi", terms));
        Assert.Equal(Question.Postcode, named.FirstMissing);
        Assert.Equal(Question.Name, named.Back(terms).WithOnlyCountry(terms).FirstMissing);
        Assert.Null(CheckoutDraft.Empty(Some.Anna).Begin(Purchase.OfCart).WithOnlyCountry(Terms).Answers.Country);
        Assert.Null(CheckoutDraft.Empty(Some.Anna).Begin(Purchase.OfCart).WithOnlyCountry(Some.Checkout(Some.Courier())).Answers.Country);
    }

    [Fact]
    public void What_was_noted_for_one_courier_is_not_offered_for_another_address()
    {
        var noted = Accepted(Complete().Answer(Question.CourierNote, "Secondo piano", Terms)).End();
        var next = CheckoutDraft.Empty(Some.Anna) with { Remembered = noted.Remembered };
        Assert.Equal("Secondo piano", next.OfferTogether(Terms)?.CourierNote);
        var elsewhere = Complete().Clear(Question.CourierNote) with { Remembered = noted.Remembered };
        Assert.Null(elsewhere.End().Remembered.CourierNote);
    }

    [Fact]
    public void A_doubt_ends_when_the_checkout_ends_or_another_answer_is_given()
    {
        var doubtful = Assert.IsType<CheckoutDraftChange.Doubtful>(
            Complete().Answer(Question.Street, "Via Garibaldi", Terms, Doubts.Asked));
        Assert.Equal(new DoubtedAnswer(Question.Street, "Via Garibaldi"), doubtful.Draft.Doubted);
        Assert.Equal("Via Roma 1", doubtful.Draft.Answers.Street);

        Assert.Null(doubtful.Draft.End().Doubted);
        Assert.Null(Accepted(doubtful.Draft.Answer(Question.Street, "Via Garibaldi 2", Terms, Doubts.Asked)).Doubted);
        Assert.Equal("Via Garibaldi", doubtful.Draft.AcceptDoubted(Terms).Answers.Street);
        Assert.Same(CheckoutDraft.Empty(Some.Anna).Answers, CheckoutDraft.Empty(Some.Anna).AcceptDoubted(Terms).Answers);
    }

    [Fact]
    public void A_cart_or_one_thing_can_be_bought()
    {
        var cart = new Cart(Some.Anna, [new CartLine(new("a"), 2, Some.Eur(1), "A"), new CartLine(new("b"), 1, Some.Eur(1), "B")], 1);

        Assert.Equal([new StockLine(new("a"), 2), new StockLine(new("b"), 1)], Purchase.OfCart.Lines(cart));
        Assert.Equal([new StockLine(new("c"), 3)], Purchase.Now(new("c"), 3).Lines(cart));
        Assert.Throws<ArgumentOutOfRangeException>(() => Purchase.Now(new("c"), -1));
    }

    private static readonly Address AnnasAddress = new("Anna Bianchi", "Via Roma 1", "20121", "Milano", Some.Italy) { Province = "MI" };

    private static CheckoutDraft Complete() => Right.Aggregate(CheckoutDraft.Empty(Some.Anna).Begin(Purchase.OfCart),
        (draft, answer) => Accepted(draft.Answer(answer.Question, answer.Text, Terms)));

    private static CheckoutDraft Accepted(CheckoutDraftChange change) => Assert.IsType<CheckoutDraftChange.Accepted>(change).Draft;
}
