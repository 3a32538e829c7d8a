using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;

namespace CommerceBot.Bench.Understanding;

/// <summary>Trains on some of the sentences and judges the others.</summary>
internal static class CrossValidation
{
    /// <summary>Each part judged by a model of the others.</summary>
    public static Judgement Run(IReadOnlyList<TrainingSentence> sentences) =>
        new([
            .. Enumerable
                .Range(0, HeldOut.Parts)
                .SelectMany(part =>
                    Judge(
                        ModelTrainer.Train(HeldOut.Without(sentences, part), new TrainingOptions()),
                        HeldOut.Of(sentences, part).Select(TestSentences.Of)).All),
        ]);

    /// <summary>The conversation's language is the sentence's, as it mostly is.</summary>
    public static Judgement Judge(LinearModel model, IEnumerable<TestSentence> sentences)
    {
        var recognizer = new ShopRecognizer(model);
        return new([
            .. sentences.Select(one => new Judged(one, recognizer.Recognize(one.Text, new RecognitionContext(new Language(one.Language))))),
        ]);
    }
}
