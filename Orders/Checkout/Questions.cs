namespace CommerceBot.Orders;

public static class Questions
{
    public static IReadOnlyList<Question> InOrder { get; } = Enum.GetValues<Question>();
}
