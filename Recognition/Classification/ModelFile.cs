using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Recognition.Classification;

/// <summary>
/// A model on the disk: what it is, its key, names, feature numbers, weights, and a hash of all that. No word of
/// any sentence is in it.
/// </summary>
internal static class ModelFile
{
    private const string Mark = "CommerceBot intents 2";
    private const int HashLength = 32;

    /// <summary>Writes beside the place and moves in one step, so that nobody ever reads half a model.</summary>
    public static void Write(string path, string key, LinearModel model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
            Write(writer, key, model);
        var bytes = memory.ToArray();
        var beside = $"{path}.{Environment.ProcessId}";
        using (var file = File.Create(beside))
        {
            file.Write(bytes);
            file.Write(SHA256.HashData(bytes));
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The model, when the file is there, whole, and of this key; else null.</summary>
    public static LinearModel? Read(string path, string key)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length <= HashLength || !SHA256.HashData(bytes.AsSpan(..^HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(^HashLength..)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadString() == Mark && reader.ReadString() == key ? Read(reader, bytes) : null;
    }

    private static void Write(BinaryWriter writer, string key, LinearModel model)
    {
        writer.Write(Mark);
        writer.Write(key);
        Write(writer, model.Intents);
        Write(writer, model.Languages);
        writer.Write(model.Features.Length);
        writer.Write(MemoryMarshal.AsBytes(model.Features.AsSpan()));
        var outputs = model.Intents.Count + model.Languages.Count;
        for (var row = 0; row <= model.Features.Length; row++)
            writer.Write(MemoryMarshal.AsBytes(model.Weights.Slice(row * model.Width, outputs)));
    }

    private static LinearModel Read(BinaryReader reader, byte[] bytes)
    {
        var (intents, languages) = (Names(reader), Names(reader));
        var features = MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(sizeof(uint) * reader.ReadInt32())).ToArray();
        var (outputs, width) = (intents.Length + languages.Length, LinearModel.WidthOf(intents.Length + languages.Length));
        var weights = new float[(features.Length + 1) * width];
        // Copied from the bytes and not read from the stream: there are tens of thousands of rows, and every start reads them.
        var stored = MemoryMarshal.Cast<byte, float>(bytes.AsSpan((int)reader.BaseStream.Position..^HashLength));
        for (var row = 0; row <= features.Length; row++)
            stored.Slice(row * outputs, outputs).CopyTo(weights.AsSpan(row * width));
        return new LinearModel(intents, languages, features, weights);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
            writer.Write(name);
    }

    private static string[] Names(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        return names;
    }
}
