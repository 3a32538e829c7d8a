using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CommerceBot.Cards;

namespace CommerceBot.Dialogs;

/// <summary>What shoppers say in so many words, whatever they are doing.</summary>
internal enum Wish
{
    None,
    Menu,
    Categories,
    Search,
    Cart,
    Checkout,
    Orders,
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

/// <summary>Finds a wish in a whole message, in every language that the shop speaks; case, accents and dots do not matter.</summary>
internal static class Wishes
{
    private const int Longest = 60;

    private static readonly FrozenDictionary<string, Wish> Table = Load();

    public static Wish In(string text) => text.Length is 0 or > Longest ? Wish.None : Table.GetValueOrDefault(Fold(text));

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

    private static FrozenDictionary<string, Wish> Load()
    {
        var table = new Dictionary<string, Wish>(StringComparer.Ordinal);
        foreach (var words in Words.Languages)
            foreach (var wish in Enum.GetValues<Wish>().Where(wish => wish != Wish.None))
                foreach (var said in words.Say($"said.{wish}").Split('|'))
                    table.TryAdd(Fold(said), wish);
        return table.ToFrozenDictionary();
    }
}
