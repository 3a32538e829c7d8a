using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition.Classification;

/// <summary>A hash of everything that a model is made of: two models of one key are alike.</summary>
internal static class ModelKey
{
    /// <param name="files">By their bytes: every start asks for the key, and reads no sentence when the model is there.</param>
    /// <param name="leftOut">The part of the sentences that the model has not seen (<see cref="HeldOut"/>); null for none.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(IEnumerable<UtteranceFile> files, TrainingOptions options, int? leftOut = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{ModelTrainer.Version} {options} {leftOut}"));
        foreach (var file in files)
        {
            Add(hash, $"{file.Language}/{file.Intent} {file.Content.Length}");
            hash.AppendData(file.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
