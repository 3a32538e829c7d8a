namespace Microsoft.Bot.Builder.Dialogs.Recognition;

internal static class NumberTypes
{
    public static bool IsKnown(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(float) || type == typeof(double) || type == typeof(decimal);

    /// <summary>The number as a value of the type, or null when the type cannot hold it whole.</summary>
    public static object Fit(decimal number, Type type)
    {
        if (type == typeof(decimal))
            return number;
        if (type == typeof(double))
            return (double)number;
        if (type == typeof(float))
            return (float)number;
        if (number != decimal.Truncate(number))
            return null;
        if (type == typeof(int))
            return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        return number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }
}
