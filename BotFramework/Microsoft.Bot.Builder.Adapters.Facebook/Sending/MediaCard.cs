using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>An audio, video or animation card: its words and buttons as a card, then what it plays, by address.</summary>
internal static class MediaCard
{
    private const string Prefix = "application/vnd.microsoft.card.";

    public static bool IsOne(Attachment attachment) =>
        attachment.ContentType is Prefix + "audio" or Prefix + "video" or Prefix + "animation";

    public static void Add(Attachment attachment, PartList list)
    {
        var content = BotValues.AsJson(attachment.Content);
        var card = BotValues.As<HeroCard>(attachment.Content) ?? new HeroCard();
        if (content.Member("image"u8).Text("url"u8) is { Length: > 0 } poster)
            card.Images = [new CardImage(poster)];
        CardParts.Single(CardFace.From(card), list);

        var media = content.Member("media"u8);
        if (media.ValueKind != JsonValueKind.Array)
            return;
        foreach (var one in media.EnumerateArray())
        {
            if (one.Text("url"u8) is { Length: > 0 } url)
                list.AddMedia(TypeOf(attachment.ContentType![Prefix.Length..], url), BotValues.WebAddress(url, "What a media card plays"));
        }
    }

    // Messenger moves a GIF as an image.
    private static string TypeOf(string kind, string url) => kind switch
    {
        "animation" => url.EndsWith(".gif", StringComparison.OrdinalIgnoreCase) ? "image" : "video",
        _ => kind,
    };
}
