using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Reads the loose values of a stored instance. What does not fit is a <see cref="DialogStackException"/>, never a
/// guess.
/// </summary>
internal static class InstanceState
{
    public static T Required<T>(DialogInstance instance, string key)
        where T : class
    {
        if (Value(instance, key) is T value)
            return value;
        throw Misfit(instance, key, typeof(T).Name);
    }

    public static T Optional<T>(DialogInstance instance, string key)
        where T : class
    {
        return Value(instance, key) switch
        {
            null => null,
            T value => value,
            _ => throw Misfit(instance, key, typeof(T).Name),
        };
    }

    /// <summary>A count: an int while the turn runs, a long once it has been stored.</summary>
    public static int Count(DialogInstance instance, string key) => Value(instance, key) switch
    {
        int value => value,
        long value and >= 0 and < int.MaxValue => (int)value,
        _ => throw Misfit(instance, key, "number"),
    };

    private static object Value(DialogInstance instance, string key)
    {
        ArgumentNullException.ThrowIfNull(instance);
        object value = null;
        instance.State?.TryGetValue(key, out value);
        return value;
    }

    private static DialogStackException Misfit(DialogInstance instance, string key, string wanted) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture, $"The state of dialog '{instance.Id}' has no {wanted} under '{key}'. Drop the stack."));
}
