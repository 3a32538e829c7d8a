namespace CommerceBot.Orders;

/// <summary>What was sent in a conversation, as long as its rows are kept.</summary>
public interface ISentMessages
{
    /// <summary>Keeps no word of what was sent in this turn's conversation; that it was sent stays known.</summary>
    void Forget();
}
