using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>A mail to the merchant: a shopper waits in the chat for a person.</summary>
/// <param name="Id">Of this time of waiting.</param>
/// <param name="Name">Who waits, as the channel says it; null where it says nobody.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="Reason">Why a person is called, as one word.</param>
/// <param name="Language">In which the shopper is written to.</param>
/// <param name="CartTotal">Minor units of the currency.</param>
/// <param name="Order">The number of the newest order; null when there is none.</param>
public sealed record ChatMail(
    string Id, string? Name, string Asked, string Reason, string Language, long CartTotal, string Currency, string? Order,
    DateTimeOffset At)
{
    /// <summary>Stands for the order in what keeps mails unique.</summary>
    public OrderId Key => new($"chat-{Id}");
}
