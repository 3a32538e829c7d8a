namespace CommerceBot.Orders;

/// <summary>What a checkout asks.</summary>
public enum Question
{
    /// <summary>With ASCII letters before the @.</summary>
    Email,

    /// <summary>Kept in E.164: read with the country's rules where it has no prefix.</summary>
    Phone,

    /// <summary>Who receives the parcel: a person or a firm.</summary>
    Name,

    /// <summary>An ISO 3166 code, from a name in many languages, a code or a flag.</summary>
    Country,

    /// <summary>In the country's form.</summary>
    Postcode,

    /// <summary>The town, without the province.</summary>
    City,

    /// <summary>Street and house number on one line.</summary>
    Street,

    /// <summary>The id of one of those that serve the country.</summary>
    DeliveryMethod,

    /// <summary>Found from town and postcode, or said with them; asked only where they leave more than one.</summary>
    Province,

    /// <summary>A line for the courier, for whoever wants to leave one.</summary>
    CourierNote,
}

/// <summary>The questions in groups and in order.</summary>
public static class Questions
{
    /// <summary>Those that an order needs, as they are asked: the country decides how a postcode and a phone number are read.</summary>
    public static IReadOnlyList<Question> InOrder { get; } =
    [
        Question.Email, Question.Name, Question.Country, Question.Postcode, Question.City, Question.Province, Question.Street,
        Question.Phone, Question.DeliveryMethod,
    ];

    /// <summary>Those that an order does without.</summary>
    public static IReadOnlyList<Question> Optional { get; } = [Question.CourierNote];

    /// <summary>Every question once.</summary>
    public static IReadOnlyList<Question> All { get; } = [.. InOrder, .. Optional];

    /// <summary>Those that make one address: offered and confirmed together.</summary>
    public static IReadOnlyList<Question> OfAddress { get; } =
    [
        Question.Country, Question.Postcode, Question.City, Question.Province, Question.Street,
    ];
}
