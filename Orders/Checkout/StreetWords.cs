using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>Words by which a piece of an address is known: a street, a part of a house, a number alone.</summary>
internal static partial class StreetWords
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Where a street begins whose kind stands first ("via dei Mille", "rue de la Paix"); below zero when there is none.</summary>
    public static int Start(string piece) => First().Match(piece) is { Success: true } match ? match.Groups["kind"].Index : -1;

    /// <summary>Whether a piece names a street, by its kind or by a number beside words.</summary>
    public static bool IsStreet(string piece) => Named(piece) || (Numbered().IsMatch(piece) && !IsPart(piece));

    /// <summary>Whether a piece names a street by its kind.</summary>
    public static bool Named(string piece) => First().IsMatch(piece) || Last().IsMatch(piece) || Box().IsMatch(piece);

    /// <summary>A flat, floor, staircase or "c/o": it goes with the street.</summary>
    public static bool IsPart(string piece) => Part().IsMatch(piece);

    public static bool IsNumber(string piece) => Number().IsMatch(piece);

    /// <summary>Words of letters, at least two, as a person or a firm is called.</summary>
    public static bool IsName(string piece) => Name().IsMatch(piece) && !Named(piece) && !IsPart(piece) && !Sentence().IsMatch(piece);

    /// <summary>The name in what stands before a street, and what is no name: "mi chiamo Anna Bianchi e abito in" holds one.</summary>
    public static (string? Name, string? Other) NameIn(string before)
    {
        if (Introduced().Match(before) is { Success: true } said)
            return IsName(said.Groups["name"].Value) ? (said.Groups["name"].Value, null) : (null, said.Groups["name"].Value);
        return Sentence().IsMatch(before) || !IsName(before) ? (null, before) : (before, null);
    }

    [GeneratedRegex(
        @"(^|[\s,])(?<kind>(via|viale|v\.le|v\.|piazza|piazzale|piazzetta|p\.zza|p\.za|p\.le|corso|c\.so|largo|vicolo|vico|"
        + @"strada|contrada|c\.da|località|localita|loc\.|"
        + @"frazione|fraz\.|borgo|calle|campo|fondamenta|salita|rampa|lungomare|lungotevere|lungarno|traversa|galleria|rione|"
        + @"regione|cascina|"
        + @"rue|avenue|av\.|boulevard|bd|place|allée|allee|chemin|impasse|quai|route|cours|c/|plaza|paseo|avenida|avda\.|ronda|"
        + @"camino|rua|praça|praca|travessa|"
        + @"ul\.|ulica|aleja|al\.|straße|strasse|rruga|calea|strada|bulevardul))(?=[\s.])", Loose)]
    private static partial Regex First();

    [GeneratedRegex(
        @"\b(street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?|close|court|ct\.?|crescent|terrace|gardens|grove|mews|"
        + @"parkway|pkwy|highway|hwy|"
        + @"boulevard|blvd\.?|square|sq\.?|place|pl\.?|way|broadway|quay|row|walk|hill)(?=$|[\s,])"
        + @"|[a-zäöüß](straße|strasse|str\.?|gasse|weg|platz|allee|ring|damm|ufer|laan|straat|weg|plein|kade|gracht|gatan|vägen|"
        + @"gade|vej|katu|tie)(?=$|[\s,0-9])", Loose)]
    private static partial Regex Last();

    [GeneratedRegex(@"\b(casella postale|p\.? ?o\.? box|postfach|packstation|boîte postale|boite postale|apartado|fermo ?posta)\b", Loose)]
    private static partial Regex Box();

    [GeneratedRegex(
        @"^(flat|apt\.?|apartment|unit|suite|room|floor|block|building|int\.?|interno|scala|sc\.|piano|palazzina|pal\.|edificio|"
        + @"citofono|appartamento|app\.|"
        + @"c/o|presso|att\.|bât\.?|bâtiment|étage|appt\.?|porte|top|stiege|hinterhaus|piso|puerta|bloque|esc\.|bus|box|snc|"
        + @"s\.n\.c\.?)(?=$|[\s.:0-9])"
        + @"|^[0-9]+(st|nd|rd|th|°|º)? ?(floor|piano|etage|étage|og|p\.)$", Loose)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(n\.?|nr\.?|no\.?|num\.?|numero|civico)? ?[0-9]{1,5} ?([/-] ?[0-9a-z]{1,3}|[a-z]|bis|ter)?$", Loose)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9]+[a-z]?([/-][0-9a-z]+)? .*\p{L}{2}|\p{L}{2}.* [0-9]+ ?[a-z]?([/-] ?[0-9a-z]+)?$", Loose)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[\p{L}\p{M}0-9.'&-]*\p{L}[\p{L}\p{M}.'&-]*( [\p{L}\p{M}.'&-]+){1,5}$", Loose)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^((mi chiamo|sono|io sono|my name is|i am|i'm|this is) )(?<name>.{2,80}?)([ ,]+(e|and))?([ ,]+(abito|vivo|sto|risiedo|"
        + @"live|i live))?( in| a| at)?$",
        Loose)]
    private static partial Regex Introduced();

    /// <summary>Words of a sentence, not of a name.</summary>
    [GeneratedRegex(
        @"\b(abito|vivo|risiedo|in|il|mio|indirizzo|chiamo|sono|spedire|spedite|consegnare|consegnate|live|my|address|please|"
        + @"ship|send|deliver|vorrei|ciao|grazie|per favore)\b",
        Loose)]
    private static partial Regex Sentence();
}
