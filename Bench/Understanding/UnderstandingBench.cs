using System.Diagnostics;
using System.Globalization;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Bench.Understanding;

/// <summary>How well shoppers are understood: on sentences held out of training, and on those of people who never saw the training files.</summary>
internal static class UnderstandingBench
{
    private const double Accuracy = 0.90;
    private const double WorstIntent = 0.75;
    private const double SafetyReached = 0.97;
    private const double LongestMicroseconds = 1_000;
    private const long MostBytes = 8_192;
    private const int Confusions = 25;

    /// <param name="args">Nothing; <c>errors</c> to list what was misunderstood; <c>sentences FOLDER</c> to judge other files than the repository's.</param>
    public static int Run(string[] args)
    {
        var recognition = Path.Combine(AppContext.BaseDirectory, "Recognition");
        var sentences = UtteranceFiles.Sentences(UtteranceFiles.In(Path.Combine(recognition, "Utterances")));
        var misses = new List<string>();
        if (args is not ["sentences", ..])
            Report($"Held out of {sentences.Count} training sentences, {HeldOut.Parts} parts", CrossValidation.Run(sentences), misses, args.Contains("errors"));
        var start = Stopwatch.GetTimestamp();
        var model = ModelFile.Read(Path.Combine(recognition, "intents.model"), ModelKey.Of(sentences, new TrainingOptions()))
            ?? ModelTrainer.Train(sentences, new TrainingOptions());
        Write($"\nThe model: {model.Features.Length} features, {model.Weights.Length * sizeof(float) / 1_000_000} MB, there in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        var recognizer = new ShopRecognizer(model);
        var others = TestSentences.In(args is ["sentences", var folder] ? folder : Path.Combine(AppContext.BaseDirectory, "sentences"));
        if (others.Count > 0)
            Report($"{others.Count} sentences of people who have not seen the training files", CrossValidation.Judge(model, others), misses, true);
        Cost(recognizer, [.. sentences.Select(TestSentences.Of)], misses);
        foreach (var miss in misses)
            Write($"MISSED: {miss}");
        return misses.Count == 0 ? 0 : 1;
    }

    private static void Report(string title, Judgement judgement, List<string> misses, bool listsErrors)
    {
        Write($"\n{title}");
        foreach (var language in judgement.Languages)
        {
            var right = judgement.Accuracy(language);
            Write($"  {language}: {right:P1} right");
            Target(right >= Accuracy, $"{title}, {language}: {right:P1} right, the target is {Accuracy:P0}", misses);
        }

        Write($"  intent            sentences  recall  precision");
        foreach (var intent in Enum.GetValues<Intent>().Where(intent => judgement.Count(intent) > 0).OrderBy(judgement.Recall))
        {
            Write($"  {IntentNames.Of(intent),-18}{judgement.Count(intent),9}{judgement.Recall(intent),8:P0}{judgement.Precision(intent),11:P0}");
            if (judgement.Count(intent) >= Judgement.FewestSentences)
                Target(judgement.Recall(intent) >= WorstIntent, $"{title}: {IntentNames.Of(intent)} has a recall of {judgement.Recall(intent):P0}", misses);
        }

        Write($"  confused:");
        foreach (var (wanted, taken, count) in judgement.Confusions().Take(Confusions))
            Write($"    {IntentNames.Of(wanted)} taken for {IntentNames.Of(taken)}: {count}");
        Certainty(title, judgement, misses);
        if (listsErrors)
            foreach (var one in judgement.All.Where(one => !one.IsRight))
                Error(one);
    }

    private static void Error(Judged one)
    {
        var wanted = string.Join('|', one.Sentence.Wanted.Select(IntentNames.Of));
        var score = one.Answer.Intents.First(ranked => ranked.Intent == one.Wanted).Score;
        var second = one.Answer.Second is { } other ? $"\tand {IntentNames.Of(other.Intent)}" : "";
        Write($"    {one.Sentence.Language}\t{wanted}\t{IntentNames.Of(one.Answer.TopIntent)}\t{one.Answer.Score:0.00}\t{score:0.00}\t{one.Sentence.Text}{second}");
    }

    private static void Certainty(string title, Judgement judgement, List<string> misses)
    {
        foreach (var score in new[] { 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9 })
        {
            var (answered, right) = judgement.AtLeast(score);
            Write($"  a score of {score:0.0}: {answered:P0} of the sentences have it, {right:P1} of those are right");
        }

        var sure = judgement.Confident();
        Write($"  sure: {sure.Answered:P1}, right of those {sure.Right:P1}; taken for two wishes: {judgement.Split:P1}");
        foreach (var intent in Judgement.Safety.Where(intent => judgement.Count(intent) > 0))
            Write($"  {IntentNames.Of(intent)}: acted on or asked about {judgement.SafetyRecall(intent):P1}");
        Write($"  money, trouble, persons: reached {judgement.SafetyReached:P1}, searched for instead {judgement.SafetySearched.Count}");
        foreach (var one in judgement.SafetySearched)
            Write($"    searched for: {one.Sentence.Text}");
        Target(judgement.SafetyReached >= SafetyReached, $"{title}: money, trouble and persons are reached at {judgement.SafetyReached:P1}", misses);
    }

    private static void Cost(ShopRecognizer recognizer, IReadOnlyList<TestSentence> sentences, List<string> misses)
    {
        var cost = RecognitionCost.Of(recognizer, sentences);
        Write($"\nA sentence: {cost.MedianTime:0} us (99 %: {cost.LongestTime:0} us), {cost.MedianBytes} B (99 %: {cost.MostBytes} B), its entities 99 %: {cost.EntityBytes} B");
        Target(cost.LongestTime <= LongestMicroseconds, $"99 % of sentences take up to {cost.LongestTime:0} us, the target is {LongestMicroseconds:0}", misses);
        Target(cost.MostBytes <= MostBytes, $"99 % of sentences allocate up to {cost.MostBytes} B, the target is {MostBytes}", misses);
    }

    private static void Target(bool isMet, string what, List<string> misses)
    {
        if (!isMet)
            misses.Add(what);
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
