using CommerceBot.Recognition.Answers;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Recognition;

/// <summary>Registers what finds out what a shopper means, and the merchant's answers.</summary>
public static class RecognitionServiceCollectionExtensions
{
    /// <summary>
    /// Adds the merchant's answers: the folder <c>Answers</c> that the shop is started in, or the sample's beside the program, and what
    /// was edited in the desk.
    /// </summary>
    /// <param name="dataFolder">Where edited answers are kept.</param>
    public static IServiceCollection AddAnswers(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new AnswerFiles(MerchantAnswers.DefaultFolder(), AnswerFiles.EditedIn(dataFolder)));
        return services.AddSingleton<MerchantAnswers>();
    }

    /// <summary>
    /// Adds <see cref="ShopRecognizer"/>. An <see cref="ICatalogVocabulary"/> that is registered too is asked about words that nobody
    /// trained. The model is loaded when the recogniser is first asked for; files of sentences that are not as they must be throw then.
    /// </summary>
    public static IServiceCollection AddRecognition(this IServiceCollection services, RecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.AddedUtterances is { } added)
            services.AddSingleton(new AddedUtterances(added));
        return services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<ShopRecognizer>>();
            var recognizer = new ShopRecognizer(
                new ModelStore(options.Utterances, options.BuiltModel, options.KeptModels)
                    .Load(new TrainingOptions(), sentences => Log.Trained(log, sentences)),
                provider.GetService<ICatalogVocabulary>());
            AddedTraining.Begin(recognizer, options, log);
            return recognizer;
        });
    }
}
