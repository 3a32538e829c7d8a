using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Mentions of the bot in a message, and the text without them.</summary>
public static class ActivityExtensions
{
    /// <summary>Whether somebody with this id is mentioned.</summary>
    public static bool MentionsId(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);
    }

    /// <summary>Whether the bot itself is mentioned.</summary>
    public static bool MentionsRecipient(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { } bot && activity.MentionsId(bot);
    }

    /// <summary>Takes the bot's mention out of the text, and is the text that is left.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { } bot ? activity.RemoveMentionText(bot) : activity.Text;
    }

    /// <summary>Takes the mentions of one id out of the text, and is the text that is left.</summary>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            if (mention.Text is null)
                activity.Text = Regex
                    .Replace(
                        activity.Text ?? string.Empty, $"<at>{Regex.Escape(mention.Mentioned?.Name ?? string.Empty)}</at>", string.Empty,
                        RegexOptions.IgnoreCase)
                    .Trim();
            else
                activity.Text = Regex
                    .Replace(activity.Text ?? string.Empty, Regex.Escape(mention.Text), string.Empty, RegexOptions.IgnoreCase)
                    .Trim();
        }

        return activity.Text;
    }
}
