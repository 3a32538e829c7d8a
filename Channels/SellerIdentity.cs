namespace CommerceBot.Channels;

/// <summary>
/// Who sells must be told before anybody orders (Directive 2011/83/EU, art. 6(1)(b) and (c); Directive 2000/31/EC, art. 5): without it
/// no real money is taken, and never under the name of the sample shop.
/// </summary>
internal static class SellerIdentity
{
    private static readonly (string Key, string Example)[] Needed =
    [
        ("Shop:LegalName", "Bottega Bianchi di Anna Bianchi"), ("Shop:LegalAddress", "Via Roma 1, 20121 Milano (MI), Italia"),
        ("Shop:SupportEmail", "ciao@bottega.it"), ("Shop:SupportPhone", "+390200000000"), ("Shop:VatNumber", "IT01234567890"),
    ];

    private static readonly string[] OfTheSample =
        ["Bottega Aurora di Aurora Esempio", "IT00000000000", "Via dell'Esempio", "+390212345678"];

    /// <exception cref="SettingsException">Something is missing, or is the sample shop's own.</exception>
    public static void Check(IConfiguration settings)
    {
        foreach (var (key, example) in Needed)
        {
            var value = settings[key]?.Trim() ?? "";
            if (value.Length == 0)
                throw new SettingsException(
                    $"A live Stripe key is set and {key} is missing: shoppers must know who sells before they order. Add it to "
                    + $"appsettings.json or the environment, such as \"{example}\".");
            if (OfTheSample.Any(sample => value.Contains(sample, StringComparison.OrdinalIgnoreCase))
                || value.EndsWith(".example", StringComparison.OrdinalIgnoreCase))
                throw new SettingsException(
                    $"A live Stripe key is set and {key} is '{value}', which is the sample shop's: write your own, such as \"{example}\".");
        }
    }
}
