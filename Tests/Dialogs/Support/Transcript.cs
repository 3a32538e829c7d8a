using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

/// <summary>
/// Conversations as data. Each line is one thing: <c>&gt; words</c> and <c>* tap</c> are the shopper's, <c>&lt; words</c>
/// must be in a reply after those found before, <c>! words</c> must be in none, <c>$ opens|paid|open|expired|fails</c> is Stripe's answer.
/// </summary>
internal static class Transcript
{
    public static async Task PlayAsync(this Chat chat, string script)
    {
        var from = 0;
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line[2..];
            if (line[0] == '<')
            {
                from = Find(chat, words, from);
                continue;
            }

            if (line[0] == '!')
            {
                Assert.DoesNotContain(words, chat.Shown, StringComparison.Ordinal);
                continue;
            }

            from = 0;
            await DoAsync(chat, line[0], words);
        }
    }

    /// <summary>A reply as a person reads it.</summary>
    public static string Show(Activity reply)
    {
        var parts = new List<string?> { reply.Text };
        foreach (var attachment in reply.Attachments ?? [])
            parts.Add(
                attachment.Content switch
                {
                    HeroCard hero =>
                        $"[{hero.Title} | {hero.Subtitle} | {hero.Text} | "
                        + $"{string.Join(" ", hero.Buttons?.Select(button => $"<{button.Title}>") ?? [])}]",
                    ReceiptCard receipt =>
                        $"[{receipt.Title} | {string.Join(", ", receipt.Facts!.Select(fact => fact.Value))} | {receipt.Total}]",
                    var other => other?.ToString(),
                }
            );
        parts.Add(string.Join(" ", reply.SuggestedActions?.Actions?.Select(action => $"({action.Title})") ?? []));
        return string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part))).Replace('\n', ' ').Replace('\u00A0', ' ');
    }

    public static IEnumerable<CardAction> Actions(Activity reply, string? card)
    {
        var cards = (reply.Attachments ?? []).Select(attachment => attachment.Content).OfType<HeroCard>()
            .Where(hero => card is null || hero.Title?.Contains(card, StringComparison.Ordinal) == true);
        var buttons = cards.SelectMany(hero => hero.Buttons ?? []);
        return card is null ? (reply.SuggestedActions?.Actions ?? []).Concat(buttons) : buttons;
    }

    private static int Find(Chat chat, string words, int from)
    {
        for (var at = from; at < chat.Replies.Count; at++)
            if (Show(chat.Replies[at]).Contains(words, StringComparison.Ordinal))
                return at;
        Assert.Fail($"No reply says '{words}' in:\n{chat.Shown}");
        return -1;
    }

    private static Task DoAsync(Chat chat, char who, string words) => (who, words) switch
    {
        ('>', _) => chat.SaysAsync(words),
        ('*', _) => chat.TapsAsync(words),
        ('$', "opens" or "open") => chat.StripeAnswersAsync(),
        ('$', "paid") => chat.StripeAnswersAsync(CommerceBot.Payments.SessionStatus.Complete, CommerceBot.Payments.SessionPayment.Paid),
        ('$', "expired") => chat.StripeAnswersAsync(CommerceBot.Payments.SessionStatus.Expired),
        ('$', "fails") => chat.StripeAnswersAsync(fails: true),
        _ => throw new InvalidOperationException($"A script has no line such as '{who} {words}'."),
    };
}
