using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A walk over dialog sets that may contain each other: each set is entered once, so the walk ends. One walk for each
/// <typeparamref name="TPurpose"/> and thread; nested calls, through members that a bot overrides too, belong to it.
/// </summary>
internal static class DialogWalk<TPurpose>
{
    [ThreadStatic]
    private static List<DialogSet> _entered;

    public static bool IsUnderway => _entered is not null;

    /// <summary>
    /// Calls <paramref name="first"/> when the walk comes to a set, <paramref name="again"/> with its number when it
    /// comes back.
    /// </summary>
    /// <exception cref="InsufficientExecutionStackException">The sets are nested more deeply than the process can follow.</exception>
    public static TResult Visit<TResult>(DialogSet set, Func<TResult> first, Func<int, TResult> again)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var isOutermost = _entered is null;
        var entered = _entered ??= [];
        var number = entered.IndexOf(set);
        if (number >= 0)
            return again(number);
        entered.Add(set);
        try
        {
            return first();
        }
        finally
        {
            if (isOutermost)
                _entered = null;
        }
    }
}
