namespace CommerceBot.Recognition.Classification;

/// <summary>
/// Keeps some sentences from training, to judge a model by what it has not seen. Sentence n of a file belongs to part n modulo the
/// number of parts, so that every part has some of every intent.
/// </summary>
internal static class HeldOut
{
    public const int Parts = 10;

    /// <summary>What a model that is to be judged by the part is trained on.</summary>
    public static IReadOnlyList<TrainingSentence> Without(IReadOnlyList<TrainingSentence> sentences, int part) =>
        Select(sentences, one => one != part);

    /// <summary>The sentences of a part.</summary>
    public static IReadOnlyList<TrainingSentence> Of(IReadOnlyList<TrainingSentence> sentences, int part) =>
        Select(sentences, one => one == part);

    private static List<TrainingSentence> Select(IReadOnlyList<TrainingSentence> sentences, Func<int, bool> isWanted)
    {
        var (counts, selected) = (new Dictionary<(string, string), int>(), new List<TrainingSentence>());
        foreach (var sentence in sentences)
        {
            var file = (sentence.Language, sentence.Intent);
            var count = counts[file] = counts.GetValueOrDefault(file, -1) + 1;
            if (isWanted(count % Parts))
                selected.Add(sentence);
        }

        return selected;
    }
}
