namespace CommerceBot.Orders;

/// <summary>What a checkout asks.</summary>
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

    /// <summary>Never asked of itself: found from town and postcode, or said with them.</summary>
    Province,

    /// <summary>A line for the courier, for whoever wants to leave one.</summary>
    CourierNote,
}

public static class Questions
{
    /// <summary>Those that an order needs, as they are asked.</summary>
    public static IReadOnlyList<Question> InOrder { get; } =
    [
        Question.Email, Question.Phone, Question.Name, Question.Country, Question.Postcode, Question.City, Question.Street,
        Question.DeliveryMethod,
    ];

    /// <summary>Those that an order does without.</summary>
    public static IReadOnlyList<Question> Optional { get; } = [Question.Province, Question.CourierNote];

    /// <summary>Those that make one address: offered and confirmed together.</summary>
    public static IReadOnlyList<Question> OfAddress { get; } = [Question.Country, Question.Postcode, Question.City, Question.Street];
}
