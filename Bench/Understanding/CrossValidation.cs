using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;

namespace CommerceBot.Bench.Understanding;

/// <summary>
/// Trains on some of the sentences and judges the others. Sentence n of a file belongs to part n modulo the number of parts, so every
/// part has some of every intent.
/// </summary>
internal static class CrossValidation
{
    public const int Parts = 5;

    public static Judgement Run(IReadOnlyList<TrainingSentence> sentences) =>
        new([.. Enumerable.Range(0, Parts).SelectMany(part => Part(sentences, part).All)]);

    /// <summary>One part judged by a model of the others.</summary>
    public static Judgement Part(IReadOnlyList<TrainingSentence> sentences, int part)
    {
        var parts = PartsOf(sentences);
        var model = ModelTrainer.Train([.. sentences.Where((_, i) => parts[i] != part)], new TrainingOptions());
        return Judge(new ShopRecognizer(model), sentences.Where((_, i) => parts[i] == part).Select(TestSentences.Of));
    }

    /// <summary>The conversation's language is the sentence's, as it mostly is.</summary>
    public static Judgement Judge(ShopRecognizer recognizer, IEnumerable<TestSentence> sentences) =>
        new([.. sentences.Select(one => new Judged(one, recognizer.Recognize(one.Text, new RecognitionContext(new Language(one.Language)))))]);

    private static int[] PartsOf(IReadOnlyList<TrainingSentence> sentences)
    {
        var counts = new Dictionary<(string, string), int>();
        var parts = new int[sentences.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var file = (sentences[i].Language, sentences[i].Intent);
            parts[i] = counts.GetValueOrDefault(file) % Parts;
            counts[file] = counts.GetValueOrDefault(file) + 1;
        }

        return parts;
    }
}
