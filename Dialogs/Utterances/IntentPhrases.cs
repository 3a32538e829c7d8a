using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CommerceBot.Cards;

namespace CommerceBot.Dialogs;

/// <summary>What shoppers say in so many words, whatever they are doing.</summary>
internal enum ShopIntent
{
    None,
    Menu,
    Categories,
    Search,
    Cart,
    Checkout,
    Orders,
    Withdraw,
    Help,
    Person,
    Language,
    Cancel,
    Back,
    Yes,
    No,
    OrderAndPay,
    Paid,
    PayNow,
    Greeting,
    Thanks,
    Italian,
    English,
}

/// <summary>Finds an intent in a whole message, in every language that the shop speaks; case, accents and dots do not matter.</summary>
internal static class IntentPhrases
{
    private const int Longest = 60;

    private static readonly FrozenDictionary<string, ShopIntent> Table = Load();

    public static ShopIntent In(string text) => text.Length is 0 or > Longest ? ShopIntent.None : Table.GetValueOrDefault(Fold(text));

    /// <summary>Lower case without accents or marks, words a blank apart.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(sign))
                folded.Append(char.ToLowerInvariant(sign));
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                     && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static FrozenDictionary<string, ShopIntent> Load()
    {
        var table = new Dictionary<string, ShopIntent>(StringComparer.Ordinal);
        foreach (var texts in Texts.Languages)
            foreach (var intent in Enum.GetValues<ShopIntent>().Where(intent => intent != ShopIntent.None))
                foreach (var said in texts.Get($"said.{intent}").Split('|'))
                    table.TryAdd(Fold(said), intent);
        return table.ToFrozenDictionary();
    }
}
