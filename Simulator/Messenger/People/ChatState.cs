using System.Text.Json;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>What an open chat page must know besides the transcript.</summary>
internal sealed record ChatState
{
    public required string Epoch { get; init; }

    public required string PageName { get; init; }

    public required string PageId { get; init; }

    public required Shopper Shopper { get; init; }

    /// <summary>Whether the shopper has ever done something: if not, the welcome screen is shown.</summary>
    public required bool Started { get; init; }

    public required bool HasGetStarted { get; init; }

    public string? Greeting { get; init; }

    public bool ComposerDisabled { get; init; }

    public JsonElement? Menu { get; init; }

    public JsonElement? IceBreakers { get; init; }

    public static ChatState Of(Conversation conversation, SimulatorState world)
    {
        var shopper = conversation.Shopper;
        var menu = world.Profile.For("persistent_menu", shopper.Locale);
        return new ChatState
        {
            Epoch = Conversation.Epoch,
            PageName = world.PageName,
            PageId = world.PageId,
            Shopper = shopper,
            Started = conversation.LastAction is not null,
            HasGetStarted = world.Profile.Has("get_started"),
            Greeting = Greet(world.Profile.For("greeting", shopper.Locale), shopper),
            ComposerDisabled = menu is { } m && m.TryGetProperty("composer_input_disabled", out var off) && off.GetBoolean(),
            Menu = Actions(menu),
            IceBreakers = Actions(world.Profile.For("ice_breakers", shopper.Locale)),
        };
    }

    private static JsonElement? Actions(JsonElement? list) =>
        list is { } entry && entry.TryGetProperty("call_to_actions", out var actions) ? actions : null;

    private static string? Greet(JsonElement? greeting, Shopper shopper) => greeting?.GetProperty("text").GetString()?
        .Replace("{{user_first_name}}", shopper.FirstName, StringComparison.Ordinal)
        .Replace("{{user_last_name}}", shopper.LastName, StringComparison.Ordinal)
        .Replace("{{user_full_name}}", shopper.Name, StringComparison.Ordinal);
}
