using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>A model is trained when the sentences changed, and only then.</summary>
public sealed class ModelStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("model-").FullName;
    private int _trained;

    public ModelStoreTests()
    {
        Write("it", "greeting", "ciao", "ciao a tutti", "buongiorno", "buongiorno a tutti");
        Write("it", "thanks", "grazie", "grazie a tutti", "grazie mille", "mille grazie");
    }

    public void Dispose() => Folders.Delete(_folder);

    [Fact]
    public void The_same_sentences_make_the_same_model_to_the_last_bit()
    {
        var some = Recognizers.Sentences.Where((_, i) => i % 20 == 0).ToList();
        var (one, other) = (ModelTrainer.Train(some, new TrainingOptions()), ModelTrainer.Train(some, new TrainingOptions()));
        Assert.Equal(one.Features, other.Features);
        Assert.True(one.Weights.SequenceEqual(other.Weights));
    }

    [Fact]
    public void A_second_start_takes_the_model_of_the_first()
    {
        var first = Load();
        var second = Load();
        Assert.Equal(1, _trained);
        Assert.True(first.Weights.SequenceEqual(second.Weights));
    }

    [Fact]
    public void A_merchant_who_edits_a_file_gets_a_new_model_at_the_next_start()
    {
        var before = Load();
        Write("it", "thanks", "grazie", "grazie a tutti", "grazie mille", "mille grazie", "grazie assai", "assai");
        var after = Load();
        Assert.Equal(2, _trained);
        Assert.NotEqual(before.Features, after.Features);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "kept")));
    }

    [Fact]
    public void A_model_of_the_build_is_taken_when_it_fits_and_left_when_it_does_not()
    {
        var files = UtteranceFiles.In(Path.Combine(_folder, "utterances"));
        var model = ModelTrainer.Train(UtteranceFiles.Sentences(files), new TrainingOptions());
        ModelFile.Write(Built, ModelKey.Of(files, new TrainingOptions()), model);
        Load();
        Assert.Equal(0, _trained);
        Write("it", "greeting", "salve", "salve a tutti");
        Load();
        Assert.Equal(1, _trained);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    public void A_kept_model_that_lost_its_end_is_trained_again(int left)
    {
        Load();
        var kept = Directory.GetFiles(Path.Combine(_folder, "kept")).Single();
        using (var file = File.OpenWrite(kept))
            file.SetLength(left);
        Load();
        Assert.Equal(2, _trained);
    }

    [Fact]
    public void A_kept_model_in_which_a_bit_fell_over_is_trained_again()
    {
        Load();
        var kept = Directory.GetFiles(Path.Combine(_folder, "kept")).Single();
        var bytes = File.ReadAllBytes(kept);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(kept, bytes);
        Load();
        Assert.Equal(2, _trained);
    }

    [Fact]
    public void Other_options_make_another_model()
    {
        var files = UtteranceFiles.In(Path.Combine(_folder, "utterances"));
        Assert.NotEqual(ModelKey.Of(files, new TrainingOptions()), ModelKey.Of(files, new TrainingOptions { Epochs = 7 }));
        Assert.NotEqual(ModelKey.Of(files, new TrainingOptions()), ModelKey.Of(files, new TrainingOptions(), leftOut: 0));
    }

    [Fact]
    public void The_build_left_a_model_of_all_intents_that_is_small_enough()
    {
        Assert.Equal(IntentNames.All, Recognizers.Model.Intents);
        Assert.InRange(Recognizers.Model.Weights.Length * (long)sizeof(float), 1, 30_000_000);
    }

    [Fact]
    public void Sentences_added_in_the_desk_are_learned_while_the_shop_understands_without_them_and_once_only()
    {
        var added = new AddedUtterances(Path.Combine(_folder, "added"));
        Assert.True(added.TryAdd("it", Intent.Thanks, " zorbla frumpi "));
        Assert.False(added.TryAdd("it", Intent.Thanks, "Zorbla Frumpi"));
        Assert.False(added.TryAdd("../it", Intent.Thanks, "zorbla"));
        Assert.False(added.TryAdd("it", Intent.Thanks, new string('x', AddedUtterances.Longest + 1)));
        var options = new RecognitionOptions
        {
            Utterances = Path.Combine(_folder, "utterances"), BuiltModel = Built, KeptModels = Path.Combine(_folder, "kept"),
            AddedUtterances = Path.Combine(_folder, "added"),
        };
        var recognizer = new ShopRecognizer(Load());
        Assert.True(Thanks(recognizer) < 0.9);
        var training = AddedTraining.Begin(recognizer, options, NullLogger.Instance);
        Assert.NotNull(training);
        training.Join();
        Assert.True(Thanks(recognizer) > 0.9);
        Assert.Null(AddedTraining.Begin(recognizer, options, NullLogger.Instance));

        Assert.True(added.TryRemove(new AddedUtterance("it", "thanks", "zorbla frumpi")));
        Assert.Empty(added.All());
        Assert.Null(AddedTraining.Begin(recognizer, options, NullLogger.Instance));
    }

    private static double Thanks(ShopRecognizer recognizer) => recognizer
        .Recognize("zorbla frumpi", new RecognitionContext(Language.Italian)).Intents.Single(one => one.Intent == Intent.Thanks).Score;

    private string Built => Path.Combine(_folder, "built.model");

    private LinearModel Load() =>
        new ModelStore(Path.Combine(_folder, "utterances"), Built, Path.Combine(_folder, "kept")).Load(
            new TrainingOptions(),
            _ => _trained++);

    private void Write(string language, string intent, params string[] sentences)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "utterances", language)).FullName;
        File.WriteAllLines(Path.Combine(folder, intent + ".txt"), sentences);
    }
}
