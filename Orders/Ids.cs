namespace CommerceBot.Orders;

/// <summary>A shopper on one channel and Page or bot: channel + Page or bot id + authenticated user id.</summary>
public readonly record struct ShopperId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// Unique over all databases that share an account at a payment gateway; made for the order, the same in a second run
/// of its turn.
/// </summary>
public readonly record struct OrderId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What a person reads aloud; no card check mistakes it for a card.</summary>
public readonly record struct OrderNumber(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The conversation (or <c>order:{id}</c> for a guest) in which everything about an order is handled in turn.</summary>
public readonly record struct LaneId(string Value)
{
    public override string ToString() => Value;
}
