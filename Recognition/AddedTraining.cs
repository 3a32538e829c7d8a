using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition;

/// <summary>
/// Learns the sentences that were added in the desk. The shop understands without them meanwhile: training takes seconds, and no turn
/// waits for it.
/// </summary>
internal static class AddedTraining
{
    /// <summary>The thread that trains; null when nothing was added, or it was learned before.</summary>
    public static Thread? Begin(ShopRecognizer recognizer, RecognitionOptions options, ILogger log)
    {
        if (options.AddedUtterances is not { } folder || new AddedUtterances(folder).All().Count == 0)
            return null;
        var kept = Path.Combine(options.KeptModels, "added");
        var store = new ModelStore(options.Utterances, options.BuiltModel, kept, folder);
        if (store.Find(new TrainingOptions()) is { } known)
        {
            recognizer.Use(known);
            return null;
        }

        var thread = new Thread(() => Train(store, recognizer, log))
        {
            Name = "training", IsBackground = true, Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return thread;
    }

    private static void Train(ModelStore store, ShopRecognizer recognizer, ILogger log)
    {
        try
        {
            recognizer.Use(store.Load(new TrainingOptions(), sentences => Log.Trained(log, sentences)));
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // The shop goes on with what it understood before; the next start tries again.
            Log.NotTrained(log, trouble.Message);
        }
    }
}
