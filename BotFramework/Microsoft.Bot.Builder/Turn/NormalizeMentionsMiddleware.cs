using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Takes the mark-up off mentions in a message, and the mention of the bot out of it.</summary>
public class NormalizeMentionsMiddleware : IMiddleware
{
    public bool RemoveRecipientMention { get; set; } = true;

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
