using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>Finds out what somebody means.</summary>
public interface IRecognizer
{
    /// <summary>What the turn's message means.</summary>
    Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken);

    /// <summary>The same, as a type of one's own.</summary>
    Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
        where T : IRecognizerConvert, new();
}

/// <summary>A result of one's own, made out of the plain one.</summary>
public interface IRecognizerConvert
{
    /// <summary>Takes over from a <see cref="RecognizerResult"/>.</summary>
    void Convert(dynamic result);
}

/// <summary>How sure a recogniser is of an intent.</summary>
public class IntentScore
{
    /// <summary>0 to 1; null where the recogniser gives none.</summary>
    public double? Score { get; set; }

    /// <summary>What a recogniser says beside the score.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();
}

/// <summary>What a recogniser understood.</summary>
public class RecognizerResult : IRecognizerConvert
{
    /// <summary>What was recognised, as it was said.</summary>
    public string? Text { get; set; }

    /// <summary>The text after corrections; null where nothing was corrected.</summary>
    public string? AlteredText { get; set; }

    /// <summary>How sure it is of each, by name.</summary>
    public IDictionary<string, IntentScore> Intents { get; set; } = new Dictionary<string, IntentScore>();

    /// <summary>What the text names, as JSON, by kind.</summary>
    public IDictionary<string, JsonElement> Entities { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>What a recogniser says beside all that.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();

    /// <summary>Takes over from another result; nothing is copied.</summary>
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
