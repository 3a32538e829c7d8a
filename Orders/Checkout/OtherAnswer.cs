using System.Buffers;
using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>What people send in place of a name or a place: a question, a link, an e-mail address, a phone number.</summary>
internal static partial class OtherAnswer
{
    private static readonly SearchValues<char> Code = SearchValues.Create("@<>{}\\|");

    /// <summary>What it is; <paramref name="fault"/> for what only is no answer to this, none when it may be one.</summary>
    public static EntryFault Of(string tidy, EntryFault fault)
    {
        if (Email().IsMatch(tidy))
            return EntryFault.IsAnEmail;
        if (Link().IsMatch(tidy) || tidy.AsSpan().ContainsAny(Code))
            return fault;
        if (tidy.AsSpan().ContainsAny('?', '؟') || tidy.StartsWith("c'è ", StringComparison.OrdinalIgnoreCase)
            || Asks().IsMatch(FoldedText.Words(tidy)))
            return EntryFault.IsAQuestion;
        if (Phone().IsMatch(tidy) && tidy.Count(char.IsAsciiDigit) >= 6)
            return EntryFault.IsAPhone;
        return tidy.EnumerateRunes().Any(System.Text.Rune.IsLetter) ? EntryFault.None : fault;
    }

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"://|\bwww\.|\b[a-z0-9-]+\.(com|it|net|org|eu|de|fr|es|uk|io|me|ly|gl|be)/",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(tel\.?|cell\.?|cellulare|telefono|phone|mobile|numero)?[\s:]*\+?[0-9 ()./-]+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    /// <summary>How a question begins; words that are names too (Dove, Will, Chi) count only with what makes them a question.</summary>
    [GeneratedRegex(
        "^((QUANTO|QUANTI|QUANTA|QUANTE) |QUANDO (ARRIVA|ARRIVERA|MI|SPEDITE|CONSEGNATE|PARTE|POSSO)|COME (FUNZIONA|POSSO|SI |"
        + "FACCIO|MAI|PAGO)|PERCHE( |$)"
        + "|DOVE (SI|SIETE|E |POSSO|TROVO|SPEDITE|CONSEGNATE|DEVO)|COSA |CHE COSA |QUALE |QUALI |POSSO |POSSIAMO |POTETE |PUOI |"
        + "AVETE |FATE |SPEDITE |CONSEGNATE "
        + "|E POSSIBILE |CI SONO |DEVO |SERVE |CHI (SIETE|SEI|E )"
        + "|HOW (MUCH|MANY|LONG|DO|CAN|IS|ARE|DOES|SOON|OFTEN)|WHEN (WILL|DO|DOES|IS|ARE|CAN)|WHERE (IS|ARE|DO|CAN|IN)|WHAT (IS|"
        + "ARE|DO|DOES|CAN|WILL|ABOUT|TIME|IF|S) |WHATS |WHY( |$)|WHICH |WHO (IS|ARE)"
        + "|CAN (I|YOU|WE) |COULD (I|YOU|WE) |DO (I|YOU|WE) |DOES |IS (IT|THERE|THIS|SHIPPING|DELIVERY) |ARE (YOU|THERE) |"
        + "WILL (IT|YOU|I) |MAY I )",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
