using System.Diagnostics;
using CommerceBot.Catalog;
using CommerceBot.Recognition;

namespace CommerceBot.Bench.Understanding;

/// <summary>
/// What a sentence costs. Times in microseconds; of several runs the quickest counts, since others use the processor
/// too.
/// </summary>
internal sealed record RecognitionCost(double MedianTime, double LongestTime, long MedianBytes, long MostBytes, long EntityBytes)
{
    private const int Runs = 5;

    /// <summary>
    /// Median and 99 % of all sentences, each recognised anew; entities are counted apart, since not every answer needs
    /// them.
    /// </summary>
    public static RecognitionCost Of(ShopRecognizer recognizer, IReadOnlyList<TestSentence> sentences)
    {
        var (times, bytes, entities) = (new double[sentences.Count], new long[sentences.Count], new long[sentences.Count]);
        for (var run = 0; run < Runs; run++)
            for (var i = 0; i < sentences.Count; i++)
            {
                var context = new RecognitionContext(new Language(sentences[i].Language));
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                var answer = recognizer.Recognize(sentences[i].Text, context);
                var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                var after = GC.GetAllocatedBytesForCurrentThread();
                _ = answer.Entities;
                times[i] = run == 0 ? time : Math.Min(times[i], time);
                (bytes[i], entities[i]) = (after - before, GC.GetAllocatedBytesForCurrentThread() - after);
            }

        Array.Sort(times);
        Array.Sort(bytes);
        Array.Sort(entities);
        return new RecognitionCost(
            times[times.Length / 2], times[times.Length * 99 / 100], bytes[bytes.Length / 2], bytes[bytes.Length * 99 / 100],
            entities[entities.Length * 99 / 100]);
    }
}
