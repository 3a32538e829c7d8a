using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

internal static class ActivityCopy
{
    /// <summary>A copy member by member: addressing or changing it leaves the stored question as it was.</summary>
    public static Activity Copy(this Activity activity) => (Activity)MemberwiseClone(activity);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern object MemberwiseClone(object source);
}
