namespace CommerceBot.Dialogs;

/// <summary>What a conversation remembers beside its dialog stack. Carts, drafts and orders have rows of their own.</summary>
internal sealed class Talk
{
    /// <summary>The language that the shopper chose; null while the channel's word counts.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the shopper was told who speaks here.</summary>
    public bool Greeted { get; set; }

    /// <summary>The version of the dialogs that the stored stack belongs to.</summary>
    public string? Dialogs { get; set; }

    /// <summary>The product that was looked at last: what "is it dishwasher safe?" is about.</summary>
    public string? Product { get; set; }

    /// <summary>Whether a dialog was open when the last turn ended.</summary>
    public bool Open { get; set; }
}
