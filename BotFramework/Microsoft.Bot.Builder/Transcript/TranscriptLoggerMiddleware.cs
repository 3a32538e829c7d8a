using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Writes down both sides of each turn, when the turn is over; of a turn that throws, what was said until then.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "Microsoft names these parameters so.")]
public class TranscriptLoggerMiddleware : IMiddleware
{
    private readonly ITranscriptLogger _logger;

    /// <param name="transcriptLogger">Where it is written.</param>
    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger)
    {
        ArgumentNullException.ThrowIfNull(transcriptLogger);
        _logger = transcriptLogger;
    }

    /// <summary>Writes when the turn is over, also when it threw.</summary>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        var said = new List<Activity> { Copy(turnContext.Activity) };
        turnContext.OnSendActivities(async (_, activities, next) =>
        {
            var responses = await next();
            said.AddRange(activities.Select(Copy));
            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, next) =>
        {
            var response = await next();
            var copy = Copy(activity);
            copy.Type = ActivityTypes.MessageUpdate;
            said.Add(copy);
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, next) =>
        {
            await next();
            said.Add(new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId }.ApplyConversationReference(reference));
        });
        try
        {
            await nextTurn(cancellationToken);
        }
        finally
        {
            foreach (var activity in said)
                await _logger.LogActivityAsync(activity);
        }
    }

    private static Activity Copy(Activity activity) =>
        JsonSerializer.Deserialize<Activity>(SchemaJson.Write(activity), SchemaJson.Options)!;
}
