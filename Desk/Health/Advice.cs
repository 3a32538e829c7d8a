using CommerceBot.Payments;
using CommerceBot.Runtime;

namespace CommerceBot.Desk.Health;

/// <summary>What a merchant can do about a dead letter: the key of a sentence for each kind of cause.</summary>
internal static class Advice
{
    private static readonly (string Sign, string Key)[] Causes =
    [
        ("WindowClosed", "advice.window"),
        ("PersonGone", "advice.gone"),
        ("StopThread", "advice.owner"),
        ("Configuration", "advice.settings"),
        ("StopAlert", "advice.restricted"),
        ("NotOwner", "advice.owner"),
        ("Retry", "advice.later"),
        ("RetryLimited", "advice.later"),
        ("NotSent", "advice.later"),
        ("CheckBeforeRetry", "advice.later"),
        ("UnknownOutcome", "advice.later"),
        ("Backoff", "advice.later"),
        ("Unrecognized", "advice.later"),
    ];

    public static string Of(DeadLetter letter)
    {
        if (IsMoney(letter))
            return "advice.money";
        foreach (var (sign, key) in Causes)
            if (letter.Reason.StartsWith(sign, StringComparison.Ordinal))
                return key;
        return letter.IsOfOutbox ? "advice.refused" : "advice.fault";
    }

    /// <summary>Whether it moves money or leads to it: such a call is never made again just because somebody says so.</summary>
    public static bool IsMoney(DeadLetter letter) => letter.IsOfOutbox && PaymentCallKinds.OfMoney.Contains(letter.What);
}
