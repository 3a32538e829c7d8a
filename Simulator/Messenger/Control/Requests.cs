using System.Text.Json;

namespace CommerceBot.Simulator.Messenger.Control;

internal sealed record WelcomeRequest(string? User, string? Name = null, string? Locale = null);

internal sealed record SayRequest(string? Text);

/// <summary>At least a title, a payload, or the place of the button.</summary>
internal sealed record TapRequest(string? Title = null, string? Payload = null, string? Mid = null, int? Element = null)
{
    public bool SaysNothing => Title is null && Payload is null && Mid is null;
}

internal sealed record WindowRequest(double LastActionHoursAgo);

internal sealed record EventRequest(JsonElement Messaging);
