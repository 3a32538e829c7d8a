using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Takes the mark-up off mentions in a message, and the mention of the bot out of it.</summary>
public class NormalizeMentionsMiddleware : IMiddleware
{
    /// <summary>Whether the bot's own mention is taken out, too.</summary>
    public bool RemoveRecipientMention { get; set; } = true;

    /// <summary>Changes the text of a message before the bot sees it.</summary>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        var message = turnContext.Activity;
        if (message.Type == ActivityTypes.Message && message.Text is not null)
        {
            if (RemoveRecipientMention)
                message.RemoveRecipientMention();
            message.Text = Regex.Replace(message.Text, "</?at[^>]*>", string.Empty, RegexOptions.IgnoreCase).Trim();
        }

        return next(cancellationToken);
    }
}
