using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>A message cut where lines, commas and dashes stand.</summary>
internal static partial class AddressPieces
{
    /// <summary>The pieces that may belong to an address, in order; e-mail addresses, phones and questions are put aside.</summary>
    public static (List<string> Pieces, List<string> Others) Of(string text)
    {
        List<string> pieces = [];
        List<string> rest = [];
        foreach (var piece in TextNormalization.Lines(text).SelectMany(line => Cut().Split(line)).Select(Clean).Where(piece =>
            piece.Length > 0))
            (OtherAnswer.Of(piece, EntryFault.None) == EntryFault.None ? pieces : rest).Add(piece);
        return (pieces, rest);
    }

    public static List<string> Words(string piece) => [.. piece.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    public static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);

    private static string Clean(string piece) => Label().Replace(piece.Trim(), "").Trim(' ', '.', ':', '"');

    [GeneratedRegex(@"[,;|•\t]| [-–] ", RegexOptions.CultureInvariant)]
    private static partial Regex Cut();

    [GeneratedRegex(
        @"^((il mio |the |my )?(indirizzo|address)( di (consegna|spedizione))?( è| e'| is|:)|(spedi(re|te)?|consegna(re|te)?|"
        + @"ship|send|deliver)( it| to| a)*:"
        + @"|(nome|name|nome e cognome|città|citta|city|town|via|street|cap|zip|postcode|paese|country|provincia|prov):) ?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
