using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Messenger's shapes as JSON, without reflection. Letters stay letters: an escape would spend bytes and say nothing
/// more.
/// </summary>
[JsonSerializable(typeof(FacebookMessage))]
[JsonSerializable(typeof(FacebookEvents.FacebookResponseEvent))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class FacebookJson : JsonSerializerContext
{
    public static FacebookJson Plain { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
