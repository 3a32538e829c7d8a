using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Writes down what is said.</summary>
public interface ITranscriptLogger
{
    /// <summary>Adds an activity to the transcript of its conversation.</summary>
    Task LogActivityAsync(IActivity activity);
}
