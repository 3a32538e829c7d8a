using CommerceBot.Chats;
using CommerceBot.Desk;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Orders;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Words of the code that the desk puts into sentences have a sentence each, in every language.</summary>
public sealed class DeskTextsTests
{
    public static TheoryData<string, Type> Words => new()
    {
        { "timeline.order.", typeof(OrderEventKind) }, { "timeline.mail.", typeof(MailState) }, { "timeline.mail.of.", typeof(OrderMailKind) },
        { "chat.reason.", typeof(ChatReason) }, { "cause.", typeof(RefundCause) }, { "payment.", typeof(PaymentState) },
        { "refund.", typeof(RefundState) }, { "state.", typeof(OrderState) }, { "return.reason.", typeof(ReturnReason) },
        { "invoice.fault.", typeof(InvoiceFault) }, { "role.", typeof(DeskRole) }, { "tab.", typeof(OrderTab) },
        { "orders.none.", typeof(OrderTab) },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_has_its_sentence(string prefix, Type words) =>
        Assert.All(DeskTexts.Languages, texts => Assert.Empty(
            Enum.GetNames(words).Where(word => !texts.Entries.ContainsKey(prefix + word)).Select(word => $"{texts.Language}: {prefix}{word}")));

    /// <summary>A card that was declined and then taken is an order like others: its page opened for nobody.</summary>
    [Fact]
    public void Every_fact_of_a_payment_stands_in_the_timeline_by_a_sentence_or_not_at_all()
    {
        var order = Some.Order();
        foreach (var kind in Enum.GetValues<PaymentFactKind>())
        {
            var fact = new PaymentFact(kind, "x", 1, order.Total, order.Created, null, null);
            var ledger = PaymentLedger.Empty(order.Id) with { Facts = [fact] };
            var details = new OrderDetails(order, ledger, [], [], new Dictionary<string, string>());
            Assert.All(DeskTexts.Languages, texts => Assert.All(Timeline.Of(details, texts), entry => Assert.NotEmpty(texts[entry.Key])));
        }
    }
}
