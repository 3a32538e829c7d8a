using CommerceBot.Cards;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>The buttons and quick replies of one turn's messages: who types the title of one has tapped it.</summary>
internal sealed class VisibleButtons
{
    /// <summary>Nobody types more than this letter by letter.</summary>
    private const int LongestTitle = 40;

    private readonly Dictionary<string, string?> _byTitle = new(StringComparer.Ordinal);
    private readonly HashSet<string> _payloads = new(StringComparer.Ordinal);

    /// <summary>What each title means; one that means two things ("Buy now" on every card of a row) is missing.</summary>
    public Dictionary<string, string>? Meanings
    {
        get
        {
            var meanings = _byTitle.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
            return meanings.Count == 0 ? null : meanings;
        }
    }

    /// <summary>Whether a button of this payload is among them.</summary>
    public bool Has(string payload) => _payloads.Contains(payload);

    public void Add(Activity reply)
    {
        foreach (var attachment in reply.Attachments ?? [])
            if (attachment.Content is HeroCard { Buttons: { } buttons })
                Add(buttons);
        Add(reply.SuggestedActions?.Actions ?? []);
    }

    private void Add(IEnumerable<CardAction> buttons)
    {
        foreach (var button in buttons)
        {
            if (button.Value is string value)
                _payloads.Add(value);
            // Words that the shop knows anyway are answered wherever they are said.
            if (button is not { Title: { Length: > 0 and <= LongestTitle } title, Value: string payload }
                || !ShopActionText.LooksLikeOne(payload) || IntentPhrases.In(title) != ShopIntent.None)
                continue;
            var folded = IntentPhrases.Fold(title);
            // Numbers are answers, and "-2" is not the button "2".
            if (folded.Any(char.IsLetter))
                _byTitle[folded] = !_byTitle.TryGetValue(folded, out var known) || known == payload ? payload : null;
        }
    }
}
