namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>Finds what looks like a card number in a text: 13 to 19 digits, spaced or not, with the right check digit.</summary>
internal static class CardNumbers
{
    public static bool IsIn(string text)
    {
        var run = new List<int>();
        foreach (var c in text)
        {
            if (char.IsDigit(c)) run.Add((int)char.GetNumericValue(c));
            else if (c is not (' ' or '-' or '.' or '\u00A0' or '\u2009' or '\u202F'))
            {
                if (HoldsCard(run)) return true;
                run.Clear();
            }
        }
        return HoldsCard(run);
    }

    private static bool HoldsCard(List<int> digits)
    {
        for (var length = 13; length <= 19; length++)
        {
            for (var start = 0; start + length <= digits.Count; start++)
            {
                if (PassesLuhn(digits.GetRange(start, length))) return true;
            }
        }
        return false;
    }

    private static bool PassesLuhn(List<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Count; i++)
        {
            var digit = digits[digits.Count - 1 - i];
            var twice = i % 2 == 0 ? digit : digit * 2;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0 && digits.Any(digit => digit != 0);
    }
}
