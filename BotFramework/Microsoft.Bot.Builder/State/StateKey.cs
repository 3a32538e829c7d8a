namespace Microsoft.Bot.Builder;

/// <summary>The parts of a state's key, or a plain word about the one that the activity lacks.</summary>
internal static class StateKey
{
    public static string Channel(ITurnContext turn) => Part(turn.Activity.ChannelId, "ChannelId");

    public static string Conversation(ITurnContext turn) => Part(turn.Activity.Conversation?.Id, "Conversation.Id");

    public static string User(ITurnContext turn) => Part(turn.Activity.From?.Id, "From.Id");

    private static string Part(string? value, string name) =>
        string.IsNullOrEmpty(value)
            ? throw new InvalidOperationException($"The activity has no {name}, and its state is kept by it.")
            : value;
}
