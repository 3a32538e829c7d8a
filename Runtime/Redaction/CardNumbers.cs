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
        activity.Text = Clean(activity.Text);
        activity.Speak = Clean(activity.Speak);
        activity.Summary = Clean(activity.Summary);
        activity.Name = Clean(activity.Name);
        activity.Label = Clean(activity.Label);
        activity.TopicName = Clean(activity.TopicName);
        activity.Value = Clean(activity.Value);
        activity.ChannelData = Clean(activity.ChannelData);
        Clean(activity.Properties);
        for (var i = 0; i < (activity.Entities?.Count ?? 0); i++)
            Clean(activity.Entities![i].Properties);
        for (var i = 0; i < (activity.Attachments?.Count ?? 0); i++)
        {
            var attachment = activity.Attachments![i];
            attachment.Name = Clean(attachment.Name);
            attachment.Content = Clean(attachment.Content);
        }

        if (HasFields(activity))
            RedactSplit(activity);
    }

    private static string? Clean(string? text) => text is null ? null : CardText.Redact(text);

    private static object? Clean(object? value) => value switch
    {
        string text => CardText.Redact(text),
        JsonElement json when CardJson.Redact(json) is { } clean => clean,
        _ => value,
    };

    private static void Clean(IDictionary<string, JsonElement>? facts)
    {
        if (facts is null)
            return;
        foreach (var (name, value) in facts.ToArray())
        {
            if (CardJson.Redact(value) is { } clean)
                facts[name] = clean;
        }
    }

    /// <summary>Whether more than one field says something; a tap says the same twice.</summary>
    private static bool HasFields(Activity activity)
    {
        if (activity.Name is not null || activity.Label is not null || activity.Summary is not null)
            return true;
        return activity.Value switch
        {
            string text => text != activity.Text,
            JsonElement { ValueKind: JsonValueKind.String } json => !json.ValueEquals(activity.Text),
            _ => false,
        };
    }

    /// <summary>A number of which one part stands in one field and the rest in the next.</summary>
    private static void RedactSplit(Activity activity)
    {
        var value = activity.Value switch
        {
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
            _ => null,
        };
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
