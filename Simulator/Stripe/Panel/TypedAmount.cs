namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>An amount as somebody typed it into the panel.</summary>
internal static class TypedAmount
{
    /// <summary>
    /// Whether its only mark could also stand between thousands: <c>1.250</c>, <c>12,500</c>, <c>1'250</c>, <c>1 250</c>; never
    /// <c>0.250</c> or <c>1250.000</c>. A currency of three decimals is written with a point and all three of them by every program.
    /// </summary>
    /// <param name="digits">How many decimals the currency has.</param>
    public static bool IsAmbiguous(string typed, int digits)
    {
        var text = typed.Trim();
        var mark = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var isGroup = mark is >= 1 and <= 3 && text[0] != '0' && text.Length == mark + 4
            && text.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        return isGroup && !(digits == 3 && text[mark] == '.');
    }
}
