namespace CommerceBot.Tests.BotFramework.Dialogs;

/// <summary>Writes numbers below a million in words, as grammar books do, so that reading them has something to be held against.</summary>
internal static class NumberNames
{
    private static readonly string[] EnglishSmall =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] ItalianSmall =
    [
        "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
        "tredici", "quattordici",
        "quindici", "sedici", "diciassette", "diciotto", "diciannove",
    ];

    private static readonly string[] ItalianTens =
        ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

    private static readonly string[] ItalianFirst =
        ["", "primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nono", "decimo"];

    public static string English(int number) => number switch
    {
        < 20 => EnglishSmall[number],
        < 100 => EnglishTens[number / 10] + (number % 10 == 0 ? "" : "-" + EnglishSmall[number % 10]),
        < 1000 => $"{English(number / 100)} hundred{(number % 100 == 0 ? "" : " and " + English(number % 100))}",
        _ => $"{English(number / 1000)} thousand{(number % 1000 == 0 ? "" : " " + English(number % 1000))}",
    };

    public static string Italian(int number) => number switch
    {
        < 20 => ItalianSmall[number],
        < 100 when number % 10 == 0 => ItalianTens[number / 10],
        < 100 when number % 10 is 1 or 8 => ItalianTens[number / 10][..^1] + ItalianSmall[number % 10],
        < 100 => ItalianTens[number / 10] + ItalianSmall[number % 10],
        < 1000 => (number < 200 ? "" : ItalianSmall[number / 100]) + "cento" + (number % 100 == 0 ? "" : Italian(number % 100)),
        < 2000 => "mille" + (number % 1000 == 0 ? "" : Italian(number % 1000)),
        _ => Italian(number / 1000) + "mila" + (number % 1000 == 0 ? "" : Italian(number % 1000)),
    };

    public static string EnglishOrdinal(int number) => English(number) switch
    {
        [.. var before, 'o', 'n', 'e'] => before + "first",
        [.. var before, 't', 'w', 'o'] => before + "second",
        [.. var before, 't', 'h', 'r', 'e', 'e'] => before + "third",
        [.. var before, 'v', 'e'] => before + "fth",
        [.. var before, 'e', 'i', 'g', 'h', 't'] => before + "eighth",
        [.. var before, 'n', 'i', 'n', 'e'] => before + "ninth",
        [.. var before, 'y'] => before + "ieth",
        var regular => regular + "th",
    };

    public static string ItalianOrdinal(int number)
    {
        if (number <= 10)
            return ItalianFirst[number];
        var cardinal = Italian(number);
        // "Ventitreesimo" and "ventiseiesimo" keep their vowel.
        return (number % 10 is 3 or 6 && number > 20 ? cardinal : cardinal[..^1]) + "esimo";
    }
}
