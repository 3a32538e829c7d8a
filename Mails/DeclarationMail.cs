using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>
/// A mail about a declaration of withdrawal that fits no order of the shop: it was received all the same, and a person looks for
/// what it is about.
/// </summary>
public sealed record DeclarationMail(PageWithdrawal Said)
{
    /// <summary>Stands for the order in what keeps mails unique.</summary>
    public OrderId Key => new($"withdrawal-{Said.Id}");
}
