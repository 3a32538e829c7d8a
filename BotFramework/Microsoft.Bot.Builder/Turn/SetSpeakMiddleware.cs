using System.Security;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Gives spoken replies a voice, on the channels that speak.</summary>
public class SetSpeakMiddleware(string? voiceName, bool fallbackToTextForSpeak) : IMiddleware
{
    /// <summary>Gives what the bot says in this turn its voice.</summary>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        turnContext.OnSendActivities((turn, activities, send) =>
        {
            foreach (var activity in activities)
                if (activity.Type == ActivityTypes.Message)
                    Speak(activity, turn.Activity);
            return send();
        });
        return next(cancellationToken);
    }

    private void Speak(Activity reply, Activity question)
    {
        if (fallbackToTextForSpeak && string.IsNullOrEmpty(reply.Speak))
            reply.Speak = reply.Text;
        var speaks = question.ChannelId is Channels.DirectlineSpeech or Channels.Emulator or Channels.Telephony;
        if (string.IsNullOrWhiteSpace(reply.Speak) || !speaks || reply.Speak.Contains("<speak", StringComparison.OrdinalIgnoreCase))
            return;
        var words = SecurityElement.Escape(reply.Speak);
        if (!string.IsNullOrEmpty(voiceName))
            words = $"<voice name='{SecurityElement.Escape(voiceName)}'>{words}</voice>";
        var language = SecurityElement.Escape(reply.Locale ?? question.Locale ?? "en-US");
        reply.Speak = $"<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='{language}'>{words}</speak>";
    }
}
