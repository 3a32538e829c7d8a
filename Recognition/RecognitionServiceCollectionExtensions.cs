using CommerceBot.Recognition.Answers;
using CommerceBot.Recognition.Classification;

namespace CommerceBot.Recognition;

public static class RecognitionServiceCollectionExtensions
{
    /// <summary>
    /// Adds the merchant's answers: the folder <c>Answers</c> that the shop is started in, or the sample's beside the program.
    /// </summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services) =>
        services.AddSingleton(provider => new MerchantAnswers(
            AnswersFolder(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<MerchantAnswers>>()));

    /// <summary>Where the files of answers are looked for.</summary>
    public static string AnswersFolder() => Directory.Exists("Answers") ? "Answers" : Path.Combine(AppContext.BaseDirectory, "Answers");

    /// <summary>
    /// Adds <see cref="ShopRecognizer"/>. An <see cref="ICatalogVocabulary"/> that is registered too is asked about words that nobody
    /// trained. The model is loaded when the recogniser is first asked for; files of sentences that are not as they must be throw then.
    /// </summary>
    public static IServiceCollection AddRecognition(this IServiceCollection services, RecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        return services.AddSingleton(provider => new ShopRecognizer(
            new ModelStore(options.Utterances, options.BuiltModel, options.KeptModels)
                .Load(new TrainingOptions(), sentences => Log.Trained(provider.GetRequiredService<ILogger<ShopRecognizer>>(), sentences)),
            provider.GetService<ICatalogVocabulary>()));
    }
}
