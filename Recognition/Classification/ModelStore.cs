using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition.Classification;

/// <summary>
/// Finds the model of the sentence files: the one that the build made, or one kept of an earlier start; if neither fits, because
/// somebody edited a file, it is trained now, in seconds, and kept.
/// </summary>
internal sealed class ModelStore(string utterances, string builtModel, string keptModels)
{
    private static readonly Lock Training = new();

    /// <param name="trained">Hears that a model was trained, and from how many sentences.</param>
    /// <exception cref="InvalidDataException">The sentence files are not as they must be; the message says which and why.</exception>
    public LinearModel Load(TrainingOptions options, Action<int>? trained = null)
    {
        var sentences = UtteranceFiles.Sentences(UtteranceFiles.In(utterances));
        var key = ModelKey.Of(sentences, options);
        if (ModelFile.Read(builtModel, key) is { } built)
            return built;
        // One host holds the data folder; within it a second asker waits and finds what the first has kept.
        lock (Training)
        {
            var kept = Path.Combine(keptModels, key[..16] + ".model");
            if (ModelFile.Read(kept, key) is { } known)
                return known;
            var model = ModelTrainer.Train(sentences, options);
            Keep(kept, key, model);
            trained?.Invoke(sentences.Count);
            return ModelFile.Read(kept, key) ?? model;
        }
    }

    /// <summary>The newest alone is kept: older ones belong to files that are no longer so.</summary>
    private void Keep(string path, string key, LinearModel model)
    {
        ModelFile.Write(path, key, model);
        foreach (var old in Directory.EnumerateFiles(keptModels, "*.model").Where(file => Path.GetFileName(file) != Path.GetFileName(path)))
            File.Delete(old);
    }
}
