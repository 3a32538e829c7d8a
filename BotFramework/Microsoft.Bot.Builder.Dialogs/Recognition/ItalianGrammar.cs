namespace Microsoft.Bot.Builder.Dialogs.Recognition;

internal static class ItalianGrammar
{
    public static NumberGrammar Instance { get; } = new()
    {
        Cardinal = ItalianCardinals.Value,
        Ordinal = ItalianOrdinals.Value,
        Denominator = ItalianOrdinals.Denominator,
        Scales = new Dictionary<string, decimal>(NumberScales.Shared) { ["cento"] = 100, ["hundred"] = 100 },
        Collections = new Dictionary<string, decimal>
        {
            ["paio"] = 2, ["paia"] = 2, ["coppia"] = 2, ["coppie"] = 2, ["decina"] = 10, ["decine"] = 10, ["dozzina"] = 12,
            ["dozzine"] = 12,
            ["quindicina"] = 15, ["ventina"] = 20, ["trentina"] = 30, ["quarantina"] = 40, ["cinquantina"] = 50, ["sessantina"] = 60,
            ["settantina"] = 70, ["ottantina"] = 80, ["novantina"] = 90, ["centinaio"] = 100, ["centinaia"] = 100, ["migliaio"] = 1000,
            ["migliaia"] = 1000, ["dozen"] = 12,
        },
        Articles = ["un", "una", "uno"],
        ArticleIsOne = true,
        And = ["e", "ed"],
        Of = ["di", "d"],
        Half = ["mezzo", "mezza"],
        Point = ["virgola", "punto"],
        Minus = ["meno"],
        Percent = [["percento"], ["per", "cento"]],
        Pointing = ["quell", "quello", "quella", "ultimo", "primo", "ogni", "qualche", "l", "nessun"],
        Fillers =
        [
            "solo", "soltanto", "solamente", "grazie", "per", "favore", "ne", "vorrei", "voglio", "prendo", "me", "pezzo", "basta", "mi",
            "circa", "quasi",
        ],
        Uncounted = ["attimo", "momento", "secondo", "minuto", "po", "altro", "altra", "cosa", "domanda", "informazione", "volta"],
    };
}
