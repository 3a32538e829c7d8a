namespace CommerceBot.Mails;

/// <summary>
/// Mails that a turn wants sent: each is one outbox row, committed with the turn. A mail is unique by order, kind and version: what an
/// order has once (<see cref="OrderMail.IsOnce"/>) is not written a second time, of anything else each is a new version.
/// </summary>
public interface IMailOutbox
{
    /// <param name="again">Whether somebody asks for one more of what an order has once.</param>
    Task SendAsync(OrderMail mail, bool again, CancellationToken cancellationToken);

    /// <summary>A mail to the shop itself.</summary>
    Task SendAsync(MerchantMail mail, CancellationToken cancellationToken);

    /// <summary>The acknowledgement of a declaration that fits no order, and what the merchant is told of it: each once.</summary>
    Task SendAsync(DeclarationMail mail, CancellationToken cancellationToken);

    /// <summary>To the shop, about a chat that begins to wait: once for each time.</summary>
    Task SendAsync(ChatMail mail, CancellationToken cancellationToken);

    /// <summary>A mail to the shop about notices that did not arrive: once.</summary>
    Task SendAsync(UndeliveredMail mail, CancellationToken cancellationToken);
}
