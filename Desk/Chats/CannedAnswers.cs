using CommerceBot.Catalog;
using CommerceBot.Chats;
using CommerceBot.Orders;
using CommerceBot.Recognition.Answers;

namespace CommerceBot.Desk.Chats;

/// <summary>Answers that are written already, in the shopper's language: a few of the desk's own, and the merchant's.</summary>
internal sealed class CannedAnswers(MerchantAnswers answers, ShopSettings shop)
{
    /// <param name="person">Who answers.</param>
    public IReadOnlyList<CannedAnswer> For(Chat chat, string person)
    {
        var texts = DeskTexts.Find(chat.Language) ?? DeskTexts.English;
        var name = chat.Name?.Split(' ')[0] is { Length: > 0 } first ? first : texts["canned.nobody"];
        List<CannedAnswer> own =
        [
            new(texts["canned.hello.title"], texts.Get("canned.hello", ("name", name), ("person", person.Split(' ')[0]))),
            new(texts["canned.wait.title"], texts["canned.wait"]),
            new(texts["canned.photo.title"], texts["canned.photo"]),
            new(texts["canned.bye.title"], texts.Get("canned.bye", ("name", name))),
        ];
        return
        [
            .. own,
            .. answers.All(new Language(chat.Language))
                .Select(answer => new CannedAnswer(answer.Title, AnswerPlaceholders.Fill(answer.Text, Value)))
                .Where(answer => answer.Text.Length > 0),
        ];
    }

    private string? Value(string name) => name switch
    {
        "shop" => shop.Name,
        "email" => shop.SupportEmail,
        "phone" => shop.SupportPhone,
        "hours" => shop.SupportHours,
        "vat" => shop.Prices.Vat.ToString(),
        "terms" => shop.TermsUrl?.AbsoluteUri,
        "privacy" => shop.PrivacyUrl?.AbsoluteUri,
        _ => null,
    };
}

internal sealed record CannedAnswer(string Title, string Text);
