using CommerceBot.Cards;
using CommerceBot.Chats;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>What is written down of a turn for the people who read a chat.</summary>
internal static class ChatRecord
{
    private const int NewestOrders = 5;
    private const int Longest = 2000;
    private const int LongestLink = 2000;
    private const int MostLinks = 5;

    /// <summary>What the shopper wrote or tapped in this turn; null when it is no message of theirs.</summary>
    public static string? WordsOf(ShopTurn turn)
    {
        if (turn.Context.Activity is not { Type: ActivityTypes.Message } message || turn.IsInternalEvent)
            return null;
        var text = (message.Text ?? "").Trim();
        var words = ShopActionText.TryRead(text, out var action) ? $"[{TappedTitle.Of(turn, action, text)}]" : text;
        var kinds = (message.Attachments ?? []).Select(attachment => attachment.ContentType?.Split('/')[0]).OfType<string>();
        return Short(string.Join(' ', kinds.Select(kind => $"[{kind}]").Prepend(words)).Trim(), Longest);
    }

    /// <summary>Where the channel keeps what came with the message.</summary>
    public static IReadOnlyList<string>? LinksOf(ShopTurn turn)
    {
        var links = (turn.Context.Activity.Attachments ?? []).Select(attachment => attachment.ContentUrl)
            .Where(url => url is { Length: <= LongestLink } && Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme == "https")
            .OfType<string>().Take(MostLinks).ToList();
        return links.Count > 0 ? links : null;
    }

    /// <summary>A reply as lines of text: words, cards, and what can be tapped in brackets.</summary>
    public static string TextOf(Activity reply)
    {
        var lines = new List<string?> { reply.Text };
        foreach (var attachment in reply.Attachments ?? [])
            lines.Add(attachment.Content switch
            {
                HeroCard card => Of(card.Title, card.Subtitle ?? card.Text, card.Buttons),
                ReceiptCard receipt => Of(receipt.Title, receipt.Total, []),
                _ => attachment.Name ?? $"[{attachment.ContentType}]",
            });
        return Short(string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line))), Longest);
    }

    /// <summary>Cart and orders as they are in this turn.</summary>
    public static async Task<ChatFacts> FactsAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var orders = await turn.Orders.NewestAsync(turn.Shopper, NewestOrders, cancellationToken);
        var lines = cart.Lines
            .Select(line => new ChatCartLine(line.TitleSeen, line.Quantity, line.PriceSeen.Minor * line.Quantity)).ToList();
        return new ChatFacts(
            lines, lines.Sum(line => line.Total),
            cart.Lines.Select(line => line.PriceSeen.Currency.Code).FirstOrDefault() ?? ChatFacts.None.Currency,
            [.. orders.Select(order => new ChatOrder(order.Number.Value, order.State.ToString()))],
            orders.Select(order => order.Contact.Email).FirstOrDefault());
    }

    /// <summary>The beginning of a text, without half a sign.</summary>
    public static string Short(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    private static string Of(string? title, string? more, IEnumerable<CardAction>? buttons) => string.Join(
        " · ", new[] { title, more, string.Join(' ', (buttons ?? []).Select(button => $"[{button.Title}]")) }
            .Where(part => !string.IsNullOrWhiteSpace(part)));
}
