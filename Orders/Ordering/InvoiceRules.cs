using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>What is wrong with invoice data.</summary>
public enum InvoiceFault
{
    /// <summary>No name, or one of more than 120 signs.</summary>
    Name,

    /// <summary>Neither a VAT number nor a tax code.</summary>
    NoTaxId,

    /// <summary>No such VAT number.</summary>
    VatNumber,

    /// <summary>No such codice fiscale.</summary>
    TaxCode,

    /// <summary>No address.</summary>
    Pec,

    /// <summary>No code of the exchange system.</summary>
    RecipientCode,
}

/// <summary>
/// Reads invoice data. Italian numbers are checked by their check digit: a wrong one is refused by the exchange system (00417 without
/// any, 00427 for the code's length), days after it was typed.
/// </summary>
public static partial class InvoiceRules
{
    /// <summary>Values of signs at odd places of a codice fiscale, from 0 or A on (DM 23/12/1976, table B).</summary>
    private static readonly int[] Odd =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>The data in the form in which they are kept; null with every fault when they cannot be right.</summary>
    public static (Invoice? Invoice, IReadOnlyList<InvoiceFault> Faults) Read(InvoiceChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (name, vat, tax) = (TextNormalization.OneLine(change.Name ?? ""), VatOf(Code(change.VatNumber)), Code(change.TaxCode));
        var (pec, recipient) = (TextNormalization.OneLine(change.Pec ?? ""), Code(change.RecipientCode));
        var address = pec.Length == 0 ? null : EmailRule.Read(pec).Value;
        var faults = new List<InvoiceFault>();
        Unless(name.Length is > 0 and <= 120, InvoiceFault.Name);
        Unless(vat.Length > 0 || tax.Length > 0, InvoiceFault.NoTaxId);
        Unless(vat.Length == 0 || IsVatNumber(vat), InvoiceFault.VatNumber);
        Unless(tax.Length == 0 || IsTaxCode(tax), InvoiceFault.TaxCode);
        Unless(pec.Length == 0 || address is not null, InvoiceFault.Pec);
        Unless(recipient.Length == 0 || Recipient().IsMatch(recipient), InvoiceFault.RecipientCode);
        return faults.Count > 0
            ? (null, faults)
            : (new Invoice(name, Some(vat), Some(tax), address, Some(recipient)), []);

        void Unless(bool isRight, InvoiceFault fault)
        {
            if (!isRight)
                faults.Add(fault);
        }
    }

    /// <summary>An Italian number by its check digit, one of another country by its form.</summary>
    public static bool IsVatNumber(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.StartsWith("IT", StringComparison.Ordinal) ? IsPartitaIva(number[2..]) : Foreign().IsMatch(number);
    }

    /// <summary>A person's 16 signs with their check letter, or the 11 digits of a body.</summary>
    public static bool IsTaxCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length == 11)
            return IsPartitaIva(code);
        return Person().IsMatch(code) && code[15] == 'A' + (Sum(code.AsSpan(0, 15)) % 26);
    }

    /// <summary>Eleven digits of which the last makes the sum come out (as Luhn's does); none is made of zeros.</summary>
    private static bool IsPartitaIva(string digits)
    {
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit) || digits.All(digit => digit == '0'))
            return false;
        var sum = digits.Select((digit, at) => at % 2 == 0 ? digit - '0' : Doubled(digit - '0')).Sum();
        return sum % 10 == 0;
    }

    private static int Doubled(int digit) => digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;

    private static int Sum(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var at = 0; at < signs.Length; at++)
        {
            var value = char.IsAsciiDigit(signs[at]) ? signs[at] - '0' : signs[at] - 'A';
            sum += at % 2 == 0 ? Odd[value] : value;
        }

        return sum;
    }

    /// <summary>Capitals and digits, without what people put between them.</summary>
    private static string Code(string? text) =>
        new([.. (text ?? "").ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign) && sign is not ('.' or '-' or '/'))]);

    private static string VatOf(string code) => code.Length == 11 && code.All(char.IsAsciiDigit) ? "IT" + code : code;

    private static string? Some(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex("^[A-Z]{2}[0-9A-Z+*]{2,13}$")]
    private static partial Regex Foreign();

    /// <summary>Where two people had the same code, letters stand for digits.</summary>
    [GeneratedRegex("^[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$")]
    private static partial Regex Person();

    [GeneratedRegex("^[0-9A-Z]{6,7}$")]
    private static partial Regex Recipient();
}
