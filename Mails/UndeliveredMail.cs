using System.Text.Json;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>A mail to the merchant about notices that did not reach shoppers who have paid: at most one an hour.</summary>
/// <param name="Id">Of these notices: the same ones are told once.</param>
/// <param name="Notices">The oldest first.</param>
public sealed record UndeliveredMail(string Id, DateTimeOffset At, IReadOnlyList<UndeliveredNotice> Notices)
{
    /// <summary>Stands for the order in what keeps mails unique.</summary>
    public OrderId Key => new($"undelivered-{Id}");
}

/// <param name="Order">The newest paid order of who should have read it.</param>
/// <param name="IsMail">A mail, or else a message in the chat.</param>
/// <param name="Reason">Why, as the channel or the mail server said it.</param>
public sealed record UndeliveredNotice(OrderNumber Order, bool IsMail, string Reason);

/// <summary>Notices that did not arrive, as an event of our own, known by the turn's identity.</summary>
public static class UndeliveredEvents
{
    /// <summary>Some notices did not arrive.</summary>
    public const string Seen = "notices/undelivered";

    /// <summary>The value of the event.</summary>
    public static JsonElement Write(UndeliveredMail mail) => JsonSerializer.SerializeToElement(mail, MailsJson.Default.UndeliveredMail);

    /// <summary>Reads the value of the event.</summary>
    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static UndeliveredMail Read(JsonElement value) =>
        value.Deserialize(MailsJson.Default.UndeliveredMail) ?? throw new JsonException("Notices are never null.");
}
