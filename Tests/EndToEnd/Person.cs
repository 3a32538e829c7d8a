namespace CommerceBot.Tests.EndToEnd;

/// <summary>What somebody answers when a shop asks who they are.</summary>
internal sealed record Person(string Name, string Email, string Phone, string Street, string City, string Postcode, string Country)
{
    public static Person Anna { get; } =
        new("Anna Rossi", "anna@example.com", "+39 347 123 4567", "Via Dante 7", "Milano", "20121", "Italia");
}
