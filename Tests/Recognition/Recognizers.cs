using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Tests.Recognition;

/// <summary>The recogniser that the build made, and the sentences it was made of.</summary>
internal static class Recognizers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recognition");
    private static readonly Lazy<IReadOnlyList<TrainingSentence>> Read = new(() => UtteranceFiles.Sentences(UtteranceFiles.In(Utterances)));
    private static readonly Lazy<LinearModel> Built = new(() => Load("intents.model"));
    private static readonly Lazy<ShopRecognizer> Recognizer = new(() => new ShopRecognizer(Model));

    public static string Utterances => Path.Combine(Folder, "Utterances");

    public static IReadOnlyList<TrainingSentence> Sentences => Read.Value;

    public static LinearModel Model => Built.Value;

    /// <summary>A model that has not seen the first part of the sentences (<see cref="HeldOut"/>).</summary>
    public static LinearModel HeldOutModel => Load("heldout.model", leftOut: 0);

    public static ShopRecognizer Shop => Recognizer.Value;

    public static RecognizedUtterance Recognize(string text, string language = "it") =>
        Shop.Recognize(text, new RecognitionContext(new Language(language)));

    private static LinearModel Load(string file, int? leftOut = null) =>
        ModelFile.Read(Path.Combine(Folder, file), ModelKey.Of(UtteranceFiles.In(Utterances), new TrainingOptions(), leftOut))
        ?? throw new InvalidOperationException($"The build left no {file} of these sentences.");
}
