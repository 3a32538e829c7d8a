using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Shoppers;

/// <summary>How somebody goes about paying.</summary>
internal enum ShopperBehaviour
{
    PaysAtOnce,
    PaysTwice,
    PaysAfterCancelling,
    CancelsAfterPaying,
    CancelsWhilePaying,
    Cancels,
    SaysPaidTooEarly,
    DeclinedThenPays,
    ProvesIdentity,
    FailsToProveIdentityThenPays,
    BankTakesItsTime,
    BankRefusesInTheEnd,
    Abandons,
}

/// <summary>What becomes of an order once it is paid.</summary>
internal enum Aftermath
{
    Nothing,
    Shipped,
    Delivered,
    CalledOff,
    RefundedWhole,
    RefundedDelivery,
    RefundedInPart,

    /// <summary>The call dies in the outbox, made or not, and an operator replays it.</summary>
    RefundedByReplay,
    RefundedInDashboard,
    RefundedInPartInDashboard,
    DisputeWon,
    DisputeLost,
}

/// <summary>One shopper's purchase, drawn from the run's seed and the shopper's number alone.</summary>
/// <param name="Seed">For everything that the shopper decides on the way.</param>
/// <param name="DoubleTaps">Taps every button twice.</param>
/// <param name="Card">A card number typed into the chat; null by those who know better.</param>
/// <param name="OpensThanks">Lands on the page after paying, as a browser does.</param>
internal sealed record Plan(
    int Number, int Seed, ShopperBehaviour Manner, Aftermath Aftermath, bool DoubleTaps, bool OpensThanks, string? Card, Person Person)
{
    private static readonly (ShopperBehaviour Manner, int Weight)[] Manners =
    [
        (ShopperBehaviour.PaysAtOnce, 22),
        (ShopperBehaviour.PaysTwice, 9),
        (ShopperBehaviour.PaysAfterCancelling, 10),
        (ShopperBehaviour.CancelsAfterPaying, 8),
        (ShopperBehaviour.CancelsWhilePaying, 8),
        (ShopperBehaviour.Cancels, 5),
        (ShopperBehaviour.SaysPaidTooEarly, 6),
        (ShopperBehaviour.DeclinedThenPays, 8),
        (ShopperBehaviour.ProvesIdentity, 4),
        (ShopperBehaviour.FailsToProveIdentityThenPays, 3),
        (ShopperBehaviour.BankTakesItsTime, 7),
        (ShopperBehaviour.BankRefusesInTheEnd, 4),
        (ShopperBehaviour.Abandons, 6),
    ];

    private static readonly (Aftermath Aftermath, int Weight)[] Aftermaths =
    [
        (Aftermath.Nothing, 71), (Aftermath.Shipped, 3), (Aftermath.Delivered, 1), (Aftermath.CalledOff, 2),
            (Aftermath.RefundedWhole, 3), (Aftermath.RefundedDelivery, 2), (Aftermath.RefundedInPart, 3), (Aftermath.RefundedByReplay, 3),
        (Aftermath.RefundedInDashboard, 4), (Aftermath.RefundedInPartInDashboard, 4), (Aftermath.DisputeWon, 2), (Aftermath.DisputeLost, 2),
    ];

    public string User => $"shopper{Number}";

    public static Plan Draw(int seed, int number)
    {
        var dice = new Random(HashCode(seed, number));
        return new Plan(
            number, dice.Next(), Pick(dice, Manners), Pick(dice, Aftermaths), dice.Next(4) == 0, dice.Next(2) == 0,
            dice.Next(8) == 0 ? Marked.Cards[dice.Next(Marked.Cards.Count)] : null, Marked.Person(number));
    }

    /// <summary>The same on every machine, unlike <see cref="System.HashCode"/>.</summary>
    private static int HashCode(int seed, int number) => unchecked((int)(((uint)seed * 2654435761u) ^ ((uint)number * 40503u)));

    private static T Pick<T>(Random dice, IReadOnlyList<(T What, int Weight)> table)
    {
        var drawn = dice.Next(table.Sum(row => row.Weight));
        return table.First(row => (drawn -= row.Weight) < 0).What;
    }
}
