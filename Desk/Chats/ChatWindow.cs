using CommerceBot.Chats;

namespace CommerceBot.Desk.Chats;

/// <summary>Whether an answer can still reach the shopper: Messenger takes one for 24 hours after they wrote last.</summary>
/// <param name="Left">How long; zero when it is shut, null where there is no window or nobody knows.</param>
internal readonly record struct ChatWindow(TimeSpan? Left)
{
    private const string Messenger = "facebook:";

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public bool IsShut => Left == TimeSpan.Zero;

    /// <summary>Whole hours that are left, and of the last one its minutes.</summary>
    public int Hours => (int)(Left?.TotalHours ?? 0);

    public int Minutes => (int)Math.Ceiling(Left?.TotalMinutes ?? 0);

    public static ChatWindow Of(Chat chat, DateTimeOffset now) =>
        chat.WroteAt is { } wrote && chat.Lane.Value.StartsWith(Messenger, StringComparison.Ordinal)
            ? new ChatWindow(wrote + Day - now is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero)
            : default;
}
