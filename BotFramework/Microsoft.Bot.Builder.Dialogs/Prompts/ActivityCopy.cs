using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

internal static class ActivityCopy
{
    /// <summary>
    /// A copy member by member, its lists too: addressing, changing or adding to it leaves the stored question as it was.
    /// </summary>
    public static Activity Copy(this Activity activity)
    {
        var copy = (Activity)MemberwiseClone(activity);
        copy.Attachments = activity.Attachments is { } attachments ? [.. attachments] : null;
        copy.Entities = activity.Entities is { } entities ? [.. entities] : null;
        return copy;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern object MemberwiseClone(object source);
}
