using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition.Classification;

/// <summary>
/// Finds the model of the sentence files: the one that the build made, or one kept of an earlier start; if neither fits, because
/// somebody edited a file, it is trained now, in seconds, and kept.
/// </summary>
/// <param name="added">A folder of further sentences, which need not be there.</param>
internal sealed class ModelStore(string utterances, string builtModel, string keptModels, string? added = null)
{
    private static readonly Lock Training = new();

    /// <summary>The model, when it was made before; null when it has to be trained.</summary>
    public LinearModel? Find(TrainingOptions options)
    {
        var key = ModelKey.Of(Files(), options);
        return ModelFile.Read(builtModel, key) ?? ModelFile.Read(Kept(key), key);
    }

    /// <param name="trained">Hears that a model was trained, and from how many sentences.</param>
    /// <exception cref="InvalidDataException">The sentence files are not as they must be; the message says which and why.</exception>
    public LinearModel Load(TrainingOptions options, Action<int>? trained = null)
    {
        var files = Files();
        var key = ModelKey.Of(files, options);
        if (ModelFile.Read(builtModel, key) is { } built)
            return built;
        // One host holds the data folder; within it a second asker waits and finds what the first has kept.
        lock (Training)
        {
            var kept = Kept(key);
            if (ModelFile.Read(kept, key) is { } known)
                return known;
            var sentences = UtteranceFiles.Sentences(files);
            var model = ModelTrainer.Train(sentences, options);
            Keep(kept, key, model);
            trained?.Invoke(sentences.Count);
            return ModelFile.Read(kept, key) ?? model;
        }
    }

    private IReadOnlyList<UtteranceFile> Files() =>
        [.. UtteranceFiles.In(utterances), .. added is null ? [] : new AddedUtterances(added).Files()];

    private string Kept(string key) => Path.Combine(keptModels, key[..16] + ".model");

    /// <summary>The newest alone is kept: older ones belong to files that are no longer so.</summary>
    private void Keep(string path, string key, LinearModel model)
    {
        ModelFile.Write(path, key, model);
        foreach (var old in Directory.EnumerateFiles(keptModels, "*.model").Where(file => Path.GetFileName(file) != Path.GetFileName(path)))
            File.Delete(old);
    }
}
