namespace CommerceBot.Tests.Flows.Support;

/// <summary>Pieces of conversations that many conversations need on the way to what they are about.</summary>
internal static class Shopping
{
    /// <summary>Each question of a checkout, what a shopper answers, in Italian.</summary>
    public static IReadOnlyList<(string Asks, string Answers)> InItalian { get; } =
    [
        ("A quale e-mail", "anna@example.com"),
        ("Nome e cognome", "Anna Bianchi"),
        ("In quale paese", "Italia"),
        ("Qual è il CAP", "20121"),
        ("In quale città", "Milano"),
        ("Via e numero civico", "Via Roma 1"),
        ("numero di telefono", "333 123 4567"),
        ("Come vuoi riceverlo", "Corriere standard"),
    ];

    public static IReadOnlyList<(string Asks, string Answers)> InEnglish { get; } =
    [
        ("Which e-mail", "anna@example.com"),
        ("First and last name", "Anna Kelly"),
        ("Which country", "Ireland"),
        ("the postcode", "D02 X285"),
        ("Which town", "Dublin"),
        ("Street and house number", "1 Main Street"),
        ("your phone number", "085 012 3456"),
        ("like it delivered", "Europa"),
    ];

    /// <summary>Answers every question: the shopper stands before the summary.</summary>
    public static string AnswersAll(string who) =>
        $"{who} says: {who}@example.com\n" + string.Join('\n', InItalian.Skip(1).Select(each => $"{who} says: {each.Answers}")) + "\n";

    /// <summary>Buys one piece of a product without variants at once, up to the summary.</summary>
    public static string Chooses(string who, string product) =>
        $"{who} says: {product}\n{who} taps: Compra ora on {product}\n{AnswersAll(who)}";

    /// <summary>The same, and orders: the page to pay on is there.</summary>
    public static string Orders(string who, string product) =>
        $"{Chooses(who, product)}{who} taps: Ordina e paga\nbot later: Paga sulla pagina sicura di Stripe\nbot offers: Paga\n";
}
