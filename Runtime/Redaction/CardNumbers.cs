using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Takes card numbers out of what a person typed, before anything is stored or logged (PCI SSC FAQ 1157: any disk write
/// counts as storing). Ids, keys, times and accounts are never touched.
/// </summary>
internal static class CardNumbers
{
    public static void Redact(Activity activity)
    {
        var tap = PlaceOfTap(activity);
        activity.Text = Clean(activity.Text, tap);
        activity.Speak = Clean(activity.Speak);
        activity.Summary = Clean(activity.Summary);
        activity.Name = Clean(activity.Name);
        activity.Label = Clean(activity.Label);
        activity.TopicName = Clean(activity.TopicName);
        activity.Action = Clean(activity.Action);
        activity.Code = Clean(activity.Code);
        activity.Value = Clean(activity.Value, activity.Type == ActivityTypes.Message ? CardPlace.Payload : CardPlace.Typed);
        activity.ChannelData = Clean(activity.ChannelData);
        activity.Properties = Clean(activity.Properties);
        activity.ListenFor = activity.ListenFor?.Select(word => Clean(word)!).ToList();
        RedactParties(activity);
        RedactLists(activity);
        if (HasFields(activity))
            RedactSplit(activity);
    }

    /// <summary>A tap says in Text what it says in Value, which a button of the shop's holds; what is typed comes without one.</summary>
    private static CardPlace PlaceOfTap(Activity activity) =>
        activity.Type == ActivityTypes.Message && activity.Text is { } text && TextOf(activity.Value) == text
            ? CardPlace.Payload
            : CardPlace.Typed;

    /// <summary>Names that people gave themselves. The conversation's reference holds the same accounts.</summary>
    private static void RedactParties(Activity activity)
    {
        IEnumerable<ChannelAccount?> accounts =
            [activity.From, activity.Recipient, .. activity.MembersAdded ?? [], .. activity.MembersRemoved ?? []];
        foreach (var account in accounts.OfType<ChannelAccount>())
        {
            account.Name = Clean(account.Name);
            account.Properties = Clean(account.Properties);
        }

        if (activity.Conversation is not { } conversation)
            return;
        conversation.Name = Clean(conversation.Name);
        conversation.Properties = Clean(conversation.Properties);
    }

    private static void RedactLists(Activity activity)
    {
        foreach (var entity in activity.Entities ?? [])
            entity.Properties = Clean(entity.Properties);
        foreach (var attachment in activity.Attachments ?? [])
        {
            attachment.Name = Clean(attachment.Name);
            attachment.ContentType = Clean(attachment.ContentType);
            attachment.ContentUrl = Clean(attachment.ContentUrl);
            attachment.ThumbnailUrl = Clean(attachment.ThumbnailUrl);
            attachment.Content = Clean(attachment.Content);
            attachment.Properties = Clean(attachment.Properties);
        }

        foreach (var reaction in (activity.ReactionsAdded ?? []).Concat(activity.ReactionsRemoved ?? []))
            reaction.Type = Clean(reaction.Type);
        foreach (var highlight in activity.TextHighlights ?? [])
            highlight.Text = Clean(highlight.Text);
        foreach (var action in activity.SuggestedActions?.Actions ?? [])
        {
            (action.Title, action.Text) = (Clean(action.Title), Clean(action.Text));
            (action.DisplayText, action.Value) = (Clean(action.DisplayText), Clean(action.Value));
        }
    }

    private static string? Clean(string? text, CardPlace place = CardPlace.Typed) => text is null ? null : CardText.Redact(text, place);

    private static object? Clean(object? value, CardPlace place = CardPlace.Typed) => value switch
    {
        string text => CardText.Redact(text, place),
        JsonElement json when CardJson.Redact(json, place) is { } clean => clean,
        _ => value,
    };

    private static IDictionary<string, JsonElement>? Clean(IDictionary<string, JsonElement>? facts)
    {
        if (facts is null)
            return null;
        var (clean, changed, removed) = (new Dictionary<string, JsonElement>(facts.Count), false, 1);
        foreach (var (name, value) in facts)
        {
            var kept = CardText.Redact(name);
            while (clean.ContainsKey(kept))
                kept = string.Create(CultureInfo.InvariantCulture, $"{CardText.Removed} {++removed}");
            var place = CardNames.PlaceOf(name);
            var isId = place == CardPlace.Id && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            var redacted = isId ? null : CardJson.Redact(value, place);
            clean[kept] = redacted ?? value;
            changed |= kept != name || redacted is not null;
        }

        return changed ? clean : facts;
    }

    /// <summary>Whether more than one field says something; a tap says the same twice.</summary>
    private static bool HasFields(Activity activity)
    {
        if (activity.Name is not null || activity.Label is not null || activity.Summary is not null)
            return true;
        return TextOf(activity.Value) is { } text && text != activity.Text;
    }

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    /// <summary>A number of which one part stands in one field and the rest in the next.</summary>
    private static void RedactSplit(Activity activity)
    {
        var value = TextOf(activity.Value);
        var parts = new CardParts();
        parts.Add(activity.Text, mark => activity.Text = mark);
        parts.Add(activity.Summary, mark => activity.Summary = mark);
        parts.Add(activity.Name, mark => activity.Name = mark);
        parts.Add(activity.Label, mark => activity.Label = mark);
        if (value != activity.Text)
            parts.Add(value, mark => activity.Value = mark);
        parts.Redact();
    }
}
