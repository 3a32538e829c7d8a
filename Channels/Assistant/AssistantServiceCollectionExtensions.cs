using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;

namespace CommerceBot.Channels.Assistant;

internal static class AssistantServiceCollectionExtensions
{
    /// <summary>A language model for what the recogniser is unsure of; nothing at all while the merchant has set none.</summary>
    /// <exception cref="SettingsException">A setting is wrong or missing.</exception>
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration settings, RecognitionOptions recognition)
    {
        var options = SettingsException.Reading(() => AssistantOptions.Read(settings));
        Recognition.Assistant.AssistantServiceCollectionExtensions.AddAssistant(services, options);
        return !options.IsOn
            ? services
            : services
                .AddSingleton(new AssistantClient(options))
                .AddSingleton(new AssistantPrompt(recognition.Utterances))
                .AddSingleton<IOutboxSender, AssistantSender>();
    }
}
