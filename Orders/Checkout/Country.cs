namespace CommerceBot.Orders;

/// <summary>An ISO 3166-1 code in two capitals, such as IT.</summary>
public readonly record struct Country
{
    public Country(string code)
    {
        if (code is not { Length: 2 } || !code.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"'{code}' is not a country: use the two capitals of ISO 3166, such as IT.", nameof(code));
        Code = code;
    }

    public string Code { get; }

    public override string ToString() => Code;
}
