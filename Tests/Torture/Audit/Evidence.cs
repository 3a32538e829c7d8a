using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>Everything that the auditor judges: it reads nothing else.</summary>
/// <param name="Counted">Pieces by SKU, as the merchant's last feed says.</param>
/// <param name="Stuck">Shoppers who did not come to an end, each with how far they came.</param>
internal sealed record Evidence(
    StoredOrders Shop,
    StripeRecords Stripe,
    IReadOnlyDictionary<string, long> Counted,
    IReadOnlyList<ChatSeen> Chats,
    IReadOnlyList<MailSeen> Mails,
    IReadOnlyList<(string User, string How)> Stuck,
    IReadOnlyList<Leak> Leaks);

/// <summary>One shopper's conversation, oldest line first.</summary>
internal sealed record ChatSeen(string User, string Psid, IReadOnlyList<LineSeen> Lines);

/// <summary>A mail that the mail server took.</summary>
internal sealed record MailSeen(string MessageId);

/// <param name="Id">The shop's own id of a message; null when the shopper wrote it.</param>
/// <param name="Receipt">The order number on it, when it is a receipt.</param>
internal sealed record LineSeen(long Seq, bool FromShop, string? Id, string Text, string? Receipt);

/// <summary>Something found where it must not stand in clear. It is never written here itself.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Times">How often.</param>
internal sealed record Leak(string Kind, string File, string What, int Times);
