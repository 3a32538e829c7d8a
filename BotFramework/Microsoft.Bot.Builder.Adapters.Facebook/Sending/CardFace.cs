using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What a hero, thumbnail or sign-in card shows, whichever it is. Everything may be missing.</summary>
internal sealed record CardFace(string? Title, string? Body, CardImage? Image, CardAction? Tap, IReadOnlyList<CardAction> Buttons)
{
    private const string SigninCard = "application/vnd.microsoft.card.signin";
    private const string OAuthCard = "application/vnd.microsoft.card.oauth";
    private const string SquareProperty = "image_aspect_ratio";

    /// <summary>The picture is a square, as a product's often is, and not to be cropped to Messenger's 1.91:1.</summary>
    public bool IsSquare { get; init; }

    /// <summary>Pictures past the first, which Messenger cannot show on the card.</summary>
    public IReadOnlyList<CardImage> MoreImages { get; init; } = [];

    public bool IsPicture => Image is not null || Facebook.Buttons.Tap(Tap) is not null;

    /// <summary>A heading and a short line under it: an element shows the heading in large, which a text with buttons does not.</summary>
    public bool IsHeaded { get; init; }

    /// <summary>Everything it says, in one text.</summary>
    public string Words => Body is null ? Title ?? string.Empty : Title is null ? Body : $"{Title}\n{Body}";

    public static bool IsOne(Attachment attachment) =>
        attachment.ContentType is HeroCard.ContentType or ThumbnailCard.ContentType or SigninCard or OAuthCard;

    public static CardFace From(Attachment attachment)
    {
        // They differ in how they look elsewhere; Messenger draws them alike. One without content shows nothing.
        var card = attachment.Content is ThumbnailCard thumbnail
            ? new HeroCard(thumbnail.Title, thumbnail.Subtitle, thumbnail.Text, thumbnail.Images, thumbnail.Buttons, thumbnail.Tap)
            : BotValues.As<HeroCard>(attachment.Content) ?? new HeroCard();
        var square = attachment.Properties?.TryGetValue(SquareProperty, out var ratio) == true && ratio.AsText() == "square";
        return From(card) with { IsSquare = square };
    }

    public static CardFace From(HeroCard card)
    {
        var images = (card.Images ?? []).Where(one => !string.IsNullOrEmpty(one?.Url)).ToList();
        var image = images.FirstOrDefault();
        return new(
            Given(card.Title), Joined(card.Subtitle, card.Text), image, card.Tap ?? image?.Tap,
            [.. (card.Buttons ?? []).Where(one => one is not null)])
        {
            MoreImages = [.. images.Skip(1)],
            IsHeaded = Given(card.Title) is not null && Given(card.Subtitle) is not null && Given(card.Text) is null,
        };
    }

    /// <summary>The card, and further ones with the same title for the buttons that it has no room for.</summary>
    public IEnumerable<CardFace> WithinButtons()
    {
        yield return this with { Buttons = [.. Buttons.Take(MessengerLimits.Buttons)] };
        foreach (var more in Buttons.Skip(MessengerLimits.Buttons).Chunk(MessengerLimits.Buttons))
            yield return new(
                Title ?? (Body is null ? null : TextPieces.Shorten(Body, MessengerLimits.ElementTitle)), null, null, null, more);
    }

    /// <summary>As one card of a row. Messenger wants a title and one thing more.</summary>
    public Element AsElement()
    {
        var title =
            Title ?? Body ?? Given(Image?.Alt) ?? Buttons.Select(one => Given(one.Title)).FirstOrDefault(one => one is not null) ?? "…";
        var element = new Element
        {
            Title = TextPieces.Shorten(title, MessengerLimits.ElementTitle),
            Subtitle = Body is null || Title is null ? null : TextPieces.Shorten(Body, MessengerLimits.ElementSubtitle),
            ImageUrl = Image is null ? null : BotValues.WebAddress(Image.Url, "A card's picture"),
            DefaultAction = Facebook.Buttons.Tap(Tap),
        };
        foreach (var button in Buttons)
            element.Buttons.Add(Facebook.Buttons.From(button));
        return element;
    }

    /// <summary>An element shows less than the card says.</summary>
    public bool IsTooLong =>
        (Title ?? Body)?.Length > MessengerLimits.ElementTitle || (Title is not null && Body?.Length > MessengerLimits.ElementSubtitle);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Joined(string? subtitle, string? text) => (Given(subtitle), Given(text)) switch
    {
        (null, var only) => only,
        (var only, null) => only,
        var (first, second) => $"{first}\n{second}",
    };
}
