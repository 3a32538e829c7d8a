using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>"1e10", "12,5E-3" and "2^10".</summary>
internal static class Exponents
{
    private const double Greatest = 1e18;

    /// <summary>The value with the exponent that stands behind it, if there is one; null when that is no number any more.</summary>
    public static decimal? Applied(string text, decimal? value, ref int end)
    {
        if (value is not { } number || end >= text.Length)
            return value;
        var isPower = text[end] == '^';
        if (!isPower && text[end] is not ('e' or 'E'))
            return number;
        if (ExponentAt(text, end + 1, out var behind) is not { } exponent)
            return number;
        end = behind;
        var result = isPower ? Math.Pow((double)number, exponent) : (double)number * Math.Pow(10, exponent);
        return double.IsFinite(result) && Math.Abs(result) <= Greatest ? (decimal)result : null;
    }

    private static int? ExponentAt(string text, int start, out int end)
    {
        var digits = start < text.Length && text[start] is '+' or '-' ? start + 1 : start;
        end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == digits || end - digits > 3 || (end < text.Length && char.IsLetterOrDigit(text[end])))
            return null;
        return int.Parse(text.AsSpan(start, end - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
