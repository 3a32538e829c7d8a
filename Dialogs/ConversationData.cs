namespace CommerceBot.Dialogs;

/// <summary>What a conversation remembers beside its dialog stack. Carts, drafts and orders have rows of their own.</summary>
internal sealed class ConversationData
{
    /// <summary>The language that the shopper chose; null while the channel's word counts.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the shopper was told who speaks here.</summary>
    public bool Greeted { get; set; }

    /// <summary>The version of the dialogs that the stored stack belongs to.</summary>
    public string? Dialogs { get; set; }

    /// <summary>The product that was looked at last: what "is it dishwasher safe?" is about.</summary>
    public string? Product { get; set; }

    /// <summary>What was searched for last: "the cheapest" is said of that. Null when goods were asked for otherwise since.</summary>
    public string? Search { get; set; }

    /// <summary>What the buttons mean that were shown last, by their folded titles; null while none were.</summary>
    public Dictionary<string, string>? Buttons { get; set; }

    /// <summary>The button that was tapped last, while nothing else was said; null when something was.</summary>
    public string? Tap { get; set; }

    /// <summary>When it was tapped, in milliseconds since 1970.</summary>
    public long TapAt { get; set; }

    /// <summary>Since when an answer of the shop shows that very button again, in milliseconds since 1970; null while none does.</summary>
    public long? TapShownAgainAt { get; set; }

    /// <summary>The sentence about which a language model was asked; null while nobody waits for it.</summary>
    public PendingQuestion? Pending { get; set; }

    /// <summary>Where the acknowledgement of a withdrawal goes, when the shopper gave another e-mail than the order's.</summary>
    public string? WithdrawalEmail { get; set; }

    /// <summary>When a receipt was last mailed again at the shopper's request, in milliseconds since 1970; null when none was.</summary>
    public long? ReceiptMailedAt { get; set; }

    /// <summary>Whether the shopper waits for a person or has one: the chat of this conversation says more.</summary>
    public bool ChatOpen { get; set; }

    /// <summary>How many sentences in a row were not understood.</summary>
    public int NotUnderstood { get; set; }

    /// <summary>What was written last while no person was asked for (<see cref="RecentSentences"/>); null for nothing.</summary>
    public string? Recent { get; set; }

    /// <summary>When the shopper wrote or tapped last, in milliseconds since 1970.</summary>
    public long WroteAt { get; set; }

    /// <summary>Whether a dialog was open when the last turn ended.</summary>
    public bool Open { get; set; }

    /// <summary>Remembers nothing any more: whoever writes next is new here.</summary>
    public void Forget()
    {
        (Language, Greeted, Product, Search, Buttons) = (null, false, null, null, null);
        (Tap, TapAt, TapShownAgainAt, Pending, WithdrawalEmail) = (null, 0, null, null, null);
        (ReceiptMailedAt, Open) = (null, false);
    }
}

/// <summary>A sentence that a language model was asked about, and which has no word of the bot's yet.</summary>
/// <param name="Id">What every event about the question carries; events with another id are about one that nobody waits for.</param>
/// <param name="Text">As the shopper wrote it.</param>
/// <param name="Language">The code of the language in which it is to be answered.</param>
internal sealed record PendingQuestion(string Id, string Text, string Language);
