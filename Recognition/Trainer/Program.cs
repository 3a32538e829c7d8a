using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition.Trainer;

/// <summary>Reads the sentence files and writes the model: <c>Trainer UTTERANCES MODEL</c>. Does nothing when that model is there.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine("Trainer UTTERANCES MODEL: the folder of the sentence files, and the model to write.");
            return 2;
        }

        try
        {
            Train(args[0], args[1]);
            return 0;
        }
        catch (InvalidDataException mistake)
        {
            Console.Error.WriteLine($"error : {mistake.Message}");
            return 1;
        }
    }

    private static void Train(string utterances, string path)
    {
        var options = new TrainingOptions();
        var sentences = UtteranceFiles.Sentences(UtteranceFiles.In(utterances));
        var key = ModelKey.Of(sentences, options);
        if (ModelFile.Read(path, key) is null)
            ModelFile.Write(path, key, ModelTrainer.Train(sentences, options));
        else
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
    }
}
