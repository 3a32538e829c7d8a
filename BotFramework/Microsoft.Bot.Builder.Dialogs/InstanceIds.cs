using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Names for what begins in a turn: the activity's id and a count. A turn that is run again counts the same, so it makes
/// the same names; no dice are thrown.
/// </summary>
internal sealed class InstanceIds
{
    private int _made;

    public static string Next(ITurnContext turnContext)
    {
        var ids = turnContext.TurnState.Get<InstanceIds>();
        if (ids is null)
            turnContext.TurnState.Add(ids = new InstanceIds());
        return string.Create(CultureInfo.InvariantCulture, $"{Turn(turnContext)}.{++ids._made}");
    }

    private static string Turn(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return string.IsNullOrEmpty(activity.Id)
            ? $"{activity.Conversation?.Id}@{activity.Timestamp?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}"
            : activity.Id;
    }
}
