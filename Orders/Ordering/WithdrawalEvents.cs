using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>A declaration of withdrawal that came by the page, from somebody whom nobody knows.</summary>
/// <param name="Id">The form's: the same one twice is one declaration.</param>
/// <param name="Number">The order's number as it was typed; it may be none.</param>
/// <param name="Language">The page's.</param>
/// <param name="At">When the page received it, by this machine's clock.</param>
public sealed record PageWithdrawal(string Id, string Number, string Name, string Email, string Language, DateTimeOffset At);

/// <summary>Declarations of withdrawal as events of our own, known by the turn's identity.</summary>
public static class WithdrawalEvents
{
    /// <summary>Somebody declared on the page that they withdraw.</summary>
    public const string Declared = "withdrawal/declared";

    /// <summary>The value of the event.</summary>
    public static JsonElement Write(PageWithdrawal said) =>
        JsonSerializer.SerializeToElement(said, WithdrawalEventsJson.Default.PageWithdrawal);

    /// <summary>Reads the value of the event.</summary>
    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static PageWithdrawal Read(JsonElement value) =>
        value.Deserialize(WithdrawalEventsJson.Default.PageWithdrawal) ?? throw new JsonException("A declaration is never null.");
}

/// <summary>How declarations by the page wait in the inbox.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageWithdrawal))]
public sealed partial class WithdrawalEventsJson : JsonSerializerContext;
