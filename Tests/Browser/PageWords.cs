namespace CommerceBot.Tests.Browser;

/// <summary>What the chat page calls its parts, and the few words of the bot that a test waits for.</summary>
internal sealed record PageWords
{
    public required string Conversation { get; init; }

    public required string Message { get; init; }

    public required string QuickReplies { get; init; }

    public required string GetStarted { get; init; }

    public required string Automated { get; init; }

    public required string Like { get; init; }

    public required string Receipt { get; init; }

    public static PageWords Italian { get; } = new()
    {
        Conversation = "Conversazione",
        Message = "Messaggio",
        QuickReplies = "Risposte rapide",
        GetStarted = "Inizia",
        Automated = "assistente automatico",
        Like = "Invia un pollice in su",
        Receipt = "Ricevuta",
    };

    public static PageWords English { get; } = new()
    {
        Conversation = "Conversation",
        Message = "Message",
        QuickReplies = "Quick replies",
        GetStarted = "Get Started",
        Automated = "automated assistant",
        Like = "Send a thumbs up",
        Receipt = "Receipt",
    };
}
