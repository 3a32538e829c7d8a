using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>Finds out what somebody means.</summary>
public interface IRecognizer
{
    Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken);

    Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
        where T : IRecognizerConvert, new();
}

/// <summary>A result of one's own, made out of the plain one.</summary>
public interface IRecognizerConvert
{
    void Convert(dynamic result);
}

/// <summary>How sure a recogniser is of an intent.</summary>
public class IntentScore
{
    public double? Score { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();
}

/// <summary>What a recogniser understood.</summary>
public class RecognizerResult : IRecognizerConvert
{
    public string? Text { get; set; }

    public string? AlteredText { get; set; }

    public IDictionary<string, IntentScore> Intents { get; set; } = new Dictionary<string, IntentScore>();

    public IDictionary<string, JsonElement> Entities { get; set; } = new Dictionary<string, JsonElement>();

    [JsonExtensionData]
    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();

    public void Convert(dynamic result)
    {
        RecognizerResult other = result ?? throw new ArgumentNullException(nameof(result));
        Text = other.Text;
        AlteredText = other.AlteredText;
        Intents = other.Intents;
        Entities = other.Entities;
        Properties = other.Properties;
    }
}
