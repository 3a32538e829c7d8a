namespace CommerceBot.Orders;

/// <summary>An ISO 3166-1 code in two capitals, such as IT.</summary>
public readonly record struct Country
{
    /// <exception cref="ArgumentException">The code is not two ASCII capitals. Whether such a country exists is not asked.</exception>
    public Country(string code)
    {
        if (code is not { Length: 2 } || !code.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"'{code}' is not a country: use the two capitals of ISO 3166, such as IT.", nameof(code));
        Code = code;
    }

    /// <summary>Two ASCII capitals; null in a default value, which no country has.</summary>
    public string Code { get; }

    public override string ToString() => Code;
}
