using CommerceBot.Bench.Understanding;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>
/// How well shoppers are understood must not fall: the figures were measured when they were last written down here. The bench
/// (<c>understanding</c>) prints them all. Who makes them better writes the better ones.
/// </summary>
public sealed class UnderstandingTests
{
    private const double Point = 0.01;

    private static readonly Lazy<Judgement> Unseen = new(() => CrossValidation.Judge(Recognizers.HeldOutModel, HeldOut.Of(Recognizers.Sentences, 0).Select(TestSentences.Of)));

    [Theory]
    [InlineData("it", 0.00)]
    [InlineData("en", 0.00)]
    public void Sentences_kept_from_training_are_understood_as_well_as_was_recorded(string language, double recorded) =>
        Assert.InRange(Unseen.Value.Accuracy(language), recorded - Point, 1);

    [Fact]
    public void Money_trouble_and_persons_are_reached() => Assert.InRange(Unseen.Value.SafetyReached, 0.97, 1);

    [Fact]
    public void Who_was_sure_was_right() => Assert.InRange(Unseen.Value.Confident().Right, 0.00, 1);

    [Fact]
    public void Sentences_of_people_who_never_saw_the_training_files_are_understood_as_well_as_was_recorded()
    {
        var judgement = CrossValidation.Judge(Recognizers.Model, TestSentences.In(Path.Combine(AppContext.BaseDirectory, "sentences")));
        Assert.All(judgement.Languages, language => Assert.InRange(judgement.Accuracy(language), RecordedOfOthers[language] - Point, 1));
    }

    [Fact]
    public void A_worse_recogniser_is_seen()
    {
        var careless = new Judgement([.. Unseen.Value.All.Select((one, i) => i % 10 == 0 ? one with { Sentence = one.Sentence with { Wanted = [Nothing] } } : one)]);
        Assert.All(careless.Languages, language => Assert.True(careless.Accuracy(language) < Unseen.Value.Accuracy(language) - Point));
    }

    [Fact]
    public void A_line_of_test_sentences_without_a_tab_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("sentences-").FullName;
        File.WriteAllText(Path.Combine(folder, "it.tsv"), "greeting\tciao\nperson|help\taiuto\n");
        Assert.Equal(2, TestSentences.In(folder).Count);
        Assert.Equal([Intent.Person, Intent.Help], TestSentences.In(folder)[1].Wanted);
        File.WriteAllText(Path.Combine(folder, "it.tsv"), "greeting ciao\n");
        Assert.Contains("greeting ciao", Assert.Throws<InvalidDataException>(() => TestSentences.In(folder)).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>No sentence means this and is never taken for it: the sentences are of all intents alike.</summary>
    private const Intent Nothing = (Intent)63;

    private static IReadOnlyDictionary<string, double> RecordedOfOthers { get; } = new Dictionary<string, double>();
}
