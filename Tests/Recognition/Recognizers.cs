using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Tests.Recognition;

/// <summary>The recogniser that the build made, and the sentences it was made of.</summary>
internal static class Recognizers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recognition");
    private static readonly Lazy<ShopRecognizer> Built = new(() => new ShopRecognizer(Model));

    public static string Utterances { get; } = Path.Combine(Folder, "Utterances");

    public static string BuiltModel { get; } = Path.Combine(Folder, "intents.model");

    public static IReadOnlyList<TrainingSentence> Sentences { get; } = UtteranceFiles.Sentences(UtteranceFiles.In(Utterances));

    public static LinearModel Model { get; } = ModelFile.Read(BuiltModel, ModelKey.Of(Sentences, new TrainingOptions()))
        ?? throw new InvalidOperationException($"The build left no model of these sentences at '{BuiltModel}'.");

    public static ShopRecognizer Shop => Built.Value;

    public static RecognizedUtterance Recognize(string text, string language = "it") => Shop.Recognize(text, new RecognitionContext(new Language(language)));
}
