namespace CommerceBot.Catalog;

/// <summary>An ISO 4217 code in capitals and the number of decimals that an amount of it is kept in.</summary>
/// <remarks>An explicit table, the same on every machine: ICU and those who move money differ on HUF, ISK, TWD and UGX.</remarks>
public readonly record struct Currency
{
    private static readonly HashSet<string> NoDecimals =
        ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> ThreeDecimals = ["BHD", "JOD", "KWD", "OMR", "TND"];

    /// <exception cref="ArgumentException">The code is not three ASCII capitals.</exception>
    public Currency(string code)
    {
        if (!IsCode(code))
            throw new ArgumentException($"'{code}' is not a currency: use the three capitals of ISO 4217, such as EUR.", nameof(code));
        Code = code;
    }

    /// <summary>Three ASCII capitals, such as <c>EUR</c>; null in a default value, which no currency has.</summary>
    public string Code { get; }

    /// <summary>Decimals of the main unit: 0, 2 or 3. 19.90 EUR is 1990 minor units, since EUR has 2.</summary>
    public int Digits => NoDecimals.Contains(Code) ? 0 : ThreeDecimals.Contains(Code) ? 3 : 2;

    /// <summary>Reads a code in any case; false for what cannot be one.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        var code = text?.Trim().ToUpperInvariant();
        currency = IsCode(code) ? new Currency(code!) : default;
        return currency != default;
    }

    private static bool IsCode(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);

    public override string ToString() => Code;
}
