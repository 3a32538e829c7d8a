namespace CommerceBot.Cards;

/// <summary>What a shopper may do with an order now, as far as its state alone does not say it.</summary>
/// <param name="Withdraw">Withdraw from the contract, or from some pieces.</param>
/// <param name="Cancel">Cancel it although it is paid.</param>
/// <param name="Readdress">Have it sent to another address.</param>
/// <param name="Receipt">See the receipt again.</param>
/// <param name="Return">Ask to send goods of it back.</param>
/// <param name="Track">Where its last parcel is shown on its way; null when nobody knows.</param>
internal sealed record OrderOffers(
    bool Withdraw = false, bool Cancel = false, bool Readdress = false, bool Receipt = false, bool Return = false,
    Uri? Track = null)
{
    public static OrderOffers None { get; } = new();
}
