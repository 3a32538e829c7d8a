using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>A receipt whose facts would be cut shows them as lines of the message above it.</summary>
internal static class ReceiptMapping
{
    /// <summary>The message's text with the facts that do not fit onto a receipt.</summary>
    public static string? WithLongFacts(string? text, IEnumerable<Attachment> attachments, ChannelAbilities abilities)
    {
        if (abilities.ShowsAdaptiveCardsOnly)
            return text;
        var lines = attachments.Select(attachment => attachment.Content).OfType<ReceiptCard>()
            .SelectMany(receipt => receipt.Facts ?? [])
            .Where(fact => !Fits(fact, abilities))
            .Select(fact => $"{fact.Key}: {fact.Value}").ToList();
        return lines.Count == 0 ? text : string.Join('\n', string.IsNullOrEmpty(text) ? lines : lines.Prepend(text));
    }

    public static ReceiptCard Of(ReceiptCard receipt, ChannelAbilities abilities) => new(
        MarkdownText.Of(receipt.Title),
        [.. (receipt.Facts ?? []).Where(fact => Fits(fact, abilities)).Select(Escaped)],
        [.. (receipt.Items ?? []).Select(Escaped)],
        receipt.Tap,
        receipt.Total,
        receipt.Tax,
        receipt.Vat,
        receipt.Buttons is { } buttons ? [.. buttons.Select(button => CardMapping.Button(button, abilities))] : null);

    private static bool Fits(Fact fact, ChannelAbilities abilities) => (fact.Value?.Length ?? 0) <= abilities.MaxFactLength;

    private static Fact Escaped(Fact fact) => new(MarkdownText.Of(fact.Key), MarkdownText.Of(fact.Value));

    private static ReceiptItem Escaped(ReceiptItem item) => new(
        MarkdownText.Of(item.Title),
        MarkdownText.Of(item.Subtitle),
        MarkdownText.Of(item.Text),
        item.Image,
        item.Price,
        item.Quantity,
        item.Tap);
}
