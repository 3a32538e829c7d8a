using System.Diagnostics;
using System.Globalization;
using CommerceBot.Bench.Children;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Bench.Understanding;

/// <summary>
/// How well shoppers are understood: on sentences held out of training, and on those of people who never saw the
/// training files.
/// </summary>
internal static class UnderstandingBench
{
    /// <summary>Of sentences that people wrote who had not seen the training files.</summary>
    private const double Accuracy = 0.90;

    /// <summary>
    /// Of training sentences held out no share is asked for, only that it does not fall: no two of those say the same in nearly the same
    /// words, and many are bare names of things without a catalogue that knows them, so that each is harder than what is really written.
    /// </summary>
    private const double NoShare = 0;

    /// <summary>One of so many sentences about money, trouble or a person may be answered with goods; of fewer none.</summary>
    private const int OneWithGoods = 1_000;

    /// <summary>What a figure may fall from what was recorded: a point.</summary>
    private const double Point = 0.01;

    /// <summary>What was measured when it was last written down, by title and language. Who betters it writes it here.</summary>
    private static readonly Dictionary<(string Title, string Language), double> Recorded = new()
    {
        [(OfTraining, "it")] = 0.90,
        [(OfTraining, "en")] = 0.924,
        [(OfOthers, "it")] = 0.98,
        [(OfOthers, "en")] = 0.973,
        [(OfLater, "it")] = 0.99,
        [(OfLater, "en")] = 0.97,
    };

    private const string OfTraining = "Held out of the training sentences, ten parts";
    private const string OfOthers = "Sentences of somebody who has not seen the training files";
    private const string OfLater = "Sentences of somebody else who has not seen them";
    private const string OfYours = "Your sentences";
    private static readonly TimeSpan LatestStart = TimeSpan.FromMilliseconds(500);
    private const long MostMemory = 30_000_000;
    private const long MostEntityBytes = 8_192;
    private const double WorstIntent = 0.75;
    private const double SafetyReached = 0.97;
    private const double LongestMicroseconds = 1_000;
    private const long MostBytes = 8_192;
    private const int Confusions = 25;

    /// <param name="args">Nothing; <c>errors</c> to list what was misunderstood; <c>sentences FOLDER</c> to judge other
    /// files than the repository's.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var recognition = Path.Combine(AppContext.BaseDirectory, "Recognition");
        var files = UtteranceFiles.In(Path.Combine(recognition, "Utterances"));
        var sentences = UtteranceFiles.Sentences(files);
        var misses = new List<string>();
        if (args is not ["sentences", ..])
            Report(OfTraining, CrossValidation.Run(sentences), NoShare, misses, args.Contains("errors"));
        var start = Stopwatch.GetTimestamp();
        var model = ModelFile.Read(Path.Combine(recognition, "intents.model"), ModelKey.Of(files, new TrainingOptions()))
            ?? ModelTrainer.Train(sentences, new TrainingOptions());
        Write(
            $"\nThe model: {model.Features.Length} features, {model.Weights.Length * sizeof(float) / 1_000_000} MB, ",
            $"there in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"
        );
        var recognizer = new ShopRecognizer(model);
        foreach (var (title, path) in Folders(args))
            if (TestSentences.In(path) is { Count: > 0 } others)
                Report(title, CrossValidation.Judge(model, others), Accuracy, misses, true);
        Cost(recognizer, [.. sentences.Select(TestSentences.Of)], misses);
        await StartAsync(misses);
        foreach (var miss in misses)
            Write($"MISSED: {miss}");
        return misses.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<(string Title, string Path)> Folders(string[] args)
    {
        var ours = Path.Combine(AppContext.BaseDirectory, "sentences");
        return args is ["sentences", var folder] ? [(OfYours, folder)] : [(OfOthers, ours), (OfLater, Path.Combine(ours, "later"))];
    }

    private static void Report(string title, Judgement judgement, double accuracy, List<string> misses, bool listsErrors)
    {
        Write($"\n{title}: {judgement.All.Count}");
        foreach (var language in judgement.Languages)
        {
            var right = judgement.Accuracy(language);
            Write($"  {language}: {right:P1} right");
            Target(right >= accuracy, $"{title}, {language}: {right:P1} right, the target is {accuracy:P1}", misses);
            if (Recorded.TryGetValue((title, language), out var recorded))
                Target(right >= recorded - Point, $"{title}, {language}: {right:P1} right, and it was {recorded:P1}", misses);
        }

        Write($"  intent            sentences  recall  precision");
        foreach (var intent in Enum.GetValues<Intent>().Where(intent => judgement.Count(intent) > 0).OrderBy(judgement.Recall))
        {
            Write(
                $"  {IntentNames.Of(intent), -18}{judgement.Count(intent), 9}{judgement.Recall(intent), 8:P0}",
                $"{judgement.Precision(intent), 11:P0}"
            );
            if (judgement.Count(intent) >= Judgement.FewestSentences)
                Target(
                    judgement.Recall(intent) >= WorstIntent,
                    $"{title}: {IntentNames.Of(intent)} has a recall of {judgement.Recall(intent):P0}", misses);
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
        Write(
            $"    {one.Sentence.Language}\t{wanted}\t{IntentNames.Of(one.Answer.TopIntent)}\t{one.Answer.Score:0.00}\t{score:0.00}",
            $"\t{one.Sentence.Text}{second}"
        );
    }

    private static void Certainty(string title, Judgement judgement, List<string> misses)
    {
        foreach (var score in new[] { 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9 })
        {
            var (answered, right) = judgement.AtLeast(score);
            Write($"  a score of {score:0.0}: {answered:P0} of the sentences have it, {right:P1} of those are right");
        }

        var sure = judgement.Confident();
        Write($"  sure: {sure.Answered:P1}, right of those {sure.Right:P1}; taken for two intents: {judgement.Split:P1}");
        foreach (var intent in Judgement.Safety.Where(intent => judgement.Count(intent) > 0))
            Write($"  {IntentNames.Of(intent)}: acted on or asked about {judgement.SafetyRecall(intent):P1}");
        var goods = judgement.SafetyAnsweredWithGoods;
        Write($"  money, trouble, persons: reached {judgement.SafetyReached:P1}, answered with goods instead {goods.Count}");
        foreach (var one in goods)
            Write($"    goods ({IntentNames.Of(one.Answer.TopIntent)}): {one.Sentence.Text}");
        var about = Judgement.Safety.Sum(judgement.Count);
        Target(goods.Count <= about / OneWithGoods,
            $"{title}: {goods.Count} of {about} sentences about money, trouble or a person are answered with goods", misses);
        Target(
            judgement.SafetyReached >= SafetyReached, $"{title}: money, trouble and persons are reached at {judgement.SafetyReached:P1}",
            misses);
    }

    private static void Cost(ShopRecognizer recognizer, IReadOnlyList<TestSentence> sentences, List<string> misses)
    {
        var cost = RecognitionCost.Of(recognizer, sentences);
        Write(
            $"\nA sentence: {cost.MedianTime:0} us (99 %: {cost.LongestTime:0} us), {cost.MedianBytes} B (99 %: {cost.MostBytes} B), ",
            $"its entities 99 %: {cost.EntityBytes} B"
        );
        Target(
            cost.LongestTime <= LongestMicroseconds,
            $"99 % of sentences take up to {cost.LongestTime:0} us, the target is {LongestMicroseconds:0}", misses);
        Target(cost.MostBytes <= MostBytes, $"99 % of sentences allocate up to {cost.MostBytes} B, the target is {MostBytes}", misses);
        Target(cost.EntityBytes <= MostEntityBytes,
            $"entities of 99 % of sentences allocate up to {cost.EntityBytes} B, the target is {MostEntityBytes}", misses);
    }

    private static async Task StartAsync(List<string> misses)
    {
        var start = await RecognizerStart.MeasureAsync();
        Write(
            $"\nA start with the recogniser takes {start.Later.TotalMilliseconds:0} ms of CPU and keeps {start.Bytes / 1_000_000} MB more");
        Target(start.Later <= LatestStart,
            $"a start takes {start.Later.TotalMilliseconds:0} ms of CPU more, the target is {LatestStart.TotalMilliseconds:0}", misses);
        Target(start.Bytes <= MostMemory,
            $"a start keeps {start.Bytes / 1_000_000} MB more, the target is {MostMemory / 1_000_000}", misses);
    }

    private static void Target(bool isMet, string what, List<string> misses)
    {
        if (!isMet)
            misses.Add(what);
    }

    private static void Write(FormattableString line) => Write(line, $"");

    private static void Write(FormattableString line, FormattableString rest) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture) + rest.ToString(CultureInfo.InvariantCulture));
}
