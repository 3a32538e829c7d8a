namespace Microsoft.Bot.Schema;

/// <summary>What an activity from outside must have before any code of a bot may see it.</summary>
internal static class IncomingActivity
{
    /// <summary>
    /// True when type, channel, conversation and sender are there. Holes inside lists are closed,
    /// and a missing recipient becomes an account without a name, so that nobody trips over them later.
    /// </summary>
    public static bool IsWhole(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type)
            || string.IsNullOrEmpty(activity.ChannelId)
            || string.IsNullOrEmpty(activity.Conversation?.Id)
            || string.IsNullOrEmpty(activity.From?.Id)
            || !IsAddress(activity.ServiceUrl))
            return false;
        activity.Recipient ??= new ChannelAccount();
        activity.Recipient.Id ??= string.Empty;
        CloseHoles(activity.MembersAdded);
        CloseHoles(activity.MembersRemoved);
        CloseHoles(activity.ReactionsAdded);
        CloseHoles(activity.ReactionsRemoved);
        CloseHoles(activity.Attachments);
        CloseHoles(activity.Entities);
        return true;
    }

    private static bool IsAddress(string? serviceUrl) =>
        string.IsNullOrEmpty(serviceUrl)
        || (Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");

    private static void CloseHoles<T>(IList<T>? list)
        where T : class
    {
        for (var i = (list?.Count ?? 0) - 1; i >= 0; i--)
            if (list![i] is null)
                list.RemoveAt(i);
    }
}
