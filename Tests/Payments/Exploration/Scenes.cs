using CommerceBot.Orders;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>The scenes that are visited whole. Together they hold every fact that can come.</summary>
internal static class Scenes
{
    public static Scene Paying { get; } = Of("paying, cancelling, trouble on the way", "place pay cancel count lose give-up time time");

    public static Scene Asking { get; } = Of("asking whether it is paid, leaving the page, answers that die",
        "place pay I-paid I-paid leave die look");

    public static Scene TwoPages { get; } = Of("a second page, and money by both", "place pay pay pay-again cancel lose time time");

    public static Scene GivenUp { get; } = Of("a page that was given up and is paid all the same",
        "place pay pay pay-again give-up die time time");

    public static Scene SlowBank { get; } = Of("a bank that takes its time", "place pay pay-slowly shop-cancels die look time");

    public static Scene Refunds { get; } = Of("refunds given up, lost, replayed, heard late",
        "refund-part refund-part lose give-up replay die", () => PaymentScenario.Paid());

    public static Scene LateLists { get; } = Of("lists of refunds that are heard late", "refund-part lose give-up die look", () =>
        PaymentScenario.Paid());

    public static Scene OtherHands { get; } = Of("refunds of other hands, and a parcel that leaves",
        "dashboard refund-all ship lose give-up bounce look", () => PaymentScenario.Paid());

    public static Scene Disputes { get; } = Of("disputes with appeals in any order", "dispute dispute dispute refund-all ship look",
        () => PaymentScenario.Paid());

    public static Scene Appeals { get; } = Of("appeals of an order that the merchant cancels",
        "dispute dispute dispute shop-cancels look look", () => PaymentScenario.Paid());

    public static Scene LateWords { get; } = Of("words on disputes that are heard late", "dispute dispute dispute die look look",
        () => PaymentScenario.Paid());

    public static Scene DisputesAndRefunds { get; } = Of("disputes while money goes back",
        "dispute dispute refund-part give-up bounce look", () => PaymentScenario.Paid());

    public static Scene DisputesAndOtherHands { get; } = Of("disputes while other hands give back",
        "dispute dispute dashboard bounce look look", () => PaymentScenario.Paid());

    public static Scene Shipped { get; } = Of("disputes of what was shipped", "dispute dispute dispute die look look", () =>
        PaymentScenario.Paid(OrderState.Shipped));

    public static IReadOnlyList<Scene> All { get; } =
        [Paying, Asking, TwoPages, GivenUp, SlowBank, Refunds, LateLists, OtherHands, Disputes, Appeals, LateWords,
            DisputesAndRefunds, DisputesAndOtherHands, Shipped];

    /// <param name="acts">Each as often as it may happen.</param>
    private static Scene Of(string name, string acts, Func<PaymentScenario>? begin = null) =>
        new(name, begin ?? PaymentScenario.Waiting, acts.Split(' ').CountBy(act => act).ToDictionary());
}
