using System.Globalization;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition.Trainer;

/// <summary>
/// Reads the sentence files and writes the model: <c>Trainer UTTERANCES MODEL</c>, or one that has not seen a part of them and is to be
/// judged by it: <c>Trainer UTTERANCES MODEL PART</c>. Does nothing when that model is there.
/// </summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args.Length is not (2 or 3))
        {
            Console.Error.WriteLine(
                "Trainer UTTERANCES MODEL [PART]: the folder of the sentence files, the model to write, the part of them to leave out.");
            return 2;
        }

        try
        {
            Train(args[0], args[1], args.Length == 3 ? int.Parse(args[2], CultureInfo.InvariantCulture) : null);
            return 0;
        }
        catch (InvalidDataException mistake)
        {
            Console.Error.WriteLine($"error : {mistake.Message}");
            return 1;
        }
    }

    private static void Train(string utterances, string path, int? part)
    {
        var options = new TrainingOptions();
        var start = TimeProvider.System.GetUtcNow().UtcDateTime;
        var files = UtteranceFiles.In(utterances);
        var key = ModelKey.Of(files, options, part);
        if (ModelFile.Read(path, key) is null)
        {
            var sentences = UtteranceFiles.Sentences(files);
            ModelFile.Write(path, key, ModelTrainer.Train(part is { } left ? HeldOut.Without(sentences, left) : sentences, options));
        }

        // As old as what it was made of: a file that was edited meanwhile is newer, and the next build trains again.
        File.SetLastWriteTimeUtc(path, start);
    }
}
