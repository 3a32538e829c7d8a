using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Cards as Messenger's templates: split where there are too many, their words sent as text where they are too long,
/// nothing cut off.
/// </summary>
internal static class CardParts
{
    private static readonly Dictionary<string, JsonElement> Square = new()
    {
        ["image_aspect_ratio"] = JsonSerializer.SerializeToElement("square", FacebookJson.Plain.String),
    };

    /// <summary>Cards shown side by side.</summary>
    public static void Row(IReadOnlyList<CardFace> cards, PartList parts)
    {
        if (cards.Count == 1)
        {
            Single(cards[0], parts);
            return;
        }

        AddRow(cards, parts);
        foreach (var card in cards)
            AddMoreImages(card, parts);
    }

    /// <summary>One card alone.</summary>
    public static void Single(CardFace card, PartList parts)
    {
        AddSingle(card, parts);
        AddMoreImages(card, parts);
    }

    private static void AddRow(IReadOnlyList<CardFace> cards, PartList parts)
    {
        var faces = cards.SelectMany(one => one.WithinButtons()).ToList();
        foreach (var page in faces.Where(HasTwoThings).Chunk(MessengerLimits.Elements))
            Generic(page, parts);
        foreach (var bare in faces.Where(one => !HasTwoThings(one)))
            parts.AddText(bare.Words);
    }

    /// <summary>With a picture or a heading an element, with words and buttons a button template, else plain text.</summary>
    private static void AddSingle(CardFace card, PartList parts)
    {
        if ((card.IsPicture && (card.Words.Length > 0 || card.Buttons.Count > 0))
            || (card.IsHeaded && card.Buttons.Count > 0 && !card.IsTooLong))
            foreach (var page in card.WithinButtons().Chunk(MessengerLimits.Elements))
                Generic(page, parts);
        else if (card.IsPicture && card.Image is not null)
            AddImage(card.Image, parts);
        else if (card.Buttons.Count > 0)
            foreach (var page in card.WithinButtons())
                ButtonTemplate(page, parts);
        else
            parts.AddText(card.Words);
    }

    private static void AddMoreImages(CardFace card, PartList parts)
    {
        foreach (var image in card.MoreImages)
            AddImage(image, parts);
    }

    private static void AddImage(CardImage image, PartList parts) =>
        parts.AddMedia("image", BotValues.WebAddress(image.Url, "A card's picture"));

    private static bool HasTwoThings(CardFace card) =>
        card.IsPicture || card.Buttons.Count > 0 || (card.Title is not null && card.Body is not null);

    private static void Generic(CardFace[] cards, PartList parts)
    {
        parts.AddText(string.Join("\n\n", cards.Where(one => one.IsTooLong).Select(one => one.Words)));

        var payload = new AttachmentPayload { TemplateType = "generic" };
        foreach (var card in cards)
            payload.Elements.Add(card.AsElement());
        if (cards.Any(one => one.IsSquare))
            payload.Properties = Square;
        parts.AddTemplate(payload);
    }

    private static void ButtonTemplate(CardFace card, PartList parts)
    {
        var words = card.Words.Length > 0 ? card.Words : card.Buttons[0].Title ?? "…";
        var last = words;
        if (words.Length > MessengerLimits.ButtonTemplateText)
        {
            // The end of the text stands on the buttons, the rest goes ahead in messages as long as they may be.
            var pieces = TextPieces.Split(words, MessengerLimits.Text);
            var ends = TextPieces.Split(pieces[^1], MessengerLimits.ButtonTemplateText);
            foreach (var piece in pieces.SkipLast(1))
                parts.AddText(piece);
            parts.AddText(string.Join('\n', ends.SkipLast(1)));
            last = ends[^1];
        }

        var payload = new AttachmentPayload { TemplateType = "button", Text = last };
        foreach (var button in card.Buttons)
            payload.Buttons.Add(Buttons.From(button));
        parts.AddTemplate(payload);
    }
}
