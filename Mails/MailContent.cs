namespace CommerceBot.Mails;

/// <summary>What a mail says, before it has a form: text and HTML are made of the same.</summary>
/// <param name="Language">Of its words, such as <c>it</c>.</param>
/// <param name="Shop">The shop's name, above and below everything.</param>
/// <param name="Intro">Paragraphs below the title.</param>
/// <param name="Goods">What was ordered, or what is in the parcel; null where nothing is listed.</param>
public sealed record MailContent(
    string Language, string Shop, string Subject, string Title, IReadOnlyList<string> Intro, MailLink? Button, MailGoods? Goods,
    IReadOnlyList<MailSection> Sections, IReadOnlyList<string> Footer);

/// <param name="Text">What stands on it; the address itself is shown in the text part only.</param>
public sealed record MailLink(string Text, Uri Address);

/// <param name="Sums">Delivery, VAT and total; none where goods alone are listed.</param>
public sealed record MailGoods(string Heading, IReadOnlyList<MailLine> Lines, IReadOnlyList<MailSum> Sums);

/// <param name="Details">Options, price of a piece and VAT, as far as they are told.</param>
/// <param name="Price">Of all pieces; empty where no price is told.</param>
public sealed record MailLine(int Quantity, string Title, string Details, string Price);

/// <param name="Amount">As text with its currency.</param>
/// <param name="IsTotal">Whether it is the last one, which stands out.</param>
public sealed record MailSum(string Label, string Amount, bool IsTotal = false);

/// <summary>A heading with lines below it, and links where there is more to read.</summary>
/// <param name="IsSmall">Whether it is there to be kept rather than read now.</param>
public sealed record MailSection(string Heading, IReadOnlyList<string> Lines, bool IsSmall = false)
{
    /// <summary>In their order, below the lines.</summary>
    public IReadOnlyList<MailLink> Links { get; init; } = [];
}

/// <summary>A mail as it is sent.</summary>
public sealed record WrittenMail(string Subject, string Text, string Html);
