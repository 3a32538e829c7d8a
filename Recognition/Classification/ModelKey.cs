using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Recognition.Classification;

/// <summary>A hash of everything that a model is made of: two models of one key are alike.</summary>
internal static class ModelKey
{
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(IEnumerable<TrainingSentence> sentences, TrainingOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{ModelTrainer.Version} {options}"));
        foreach (var sentence in sentences)
        {
            Add(hash, sentence.Language);
            Add(hash, sentence.Intent);
            Add(hash, sentence.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
