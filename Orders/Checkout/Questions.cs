namespace CommerceBot.Orders;

/// <summary>What a checkout asks, in this order.</summary>
public enum Question
{
    Email,
    Phone,
    Name,
    Country,
    Postcode,
    City,
    Street,
    DeliveryMethod,
}

public static class Questions
{
    public static IReadOnlyList<Question> InOrder { get; } = Enum.GetValues<Question>();

    /// <summary>Those that make one address: offered and confirmed together.</summary>
    public static IReadOnlyList<Question> OfAddress { get; } = [Question.Country, Question.Postcode, Question.City, Question.Street];
}
