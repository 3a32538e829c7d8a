using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Desk.Settings;

/// <summary>What a value must be like.</summary>
internal enum SettingKind
{
    Email,
    Phone,
    Text,
    Link,
    Count,
    Price,
}

/// <summary>A setting that may change while the shop runs: whoever reads it asks for it when it is used.</summary>
/// <param name="Name">As in appsettings.json.</param>
/// <param name="IsNeeded">Whether it may not be empty.</param>
/// <param name="Method">Of which delivery method; null for what is the shop's.</param>
internal sealed record RuntimeSetting(string Name, SettingKind Kind, bool IsNeeded = false, string? Method = null)
{
    private const int LongestText = 200;

    private static readonly RuntimeSetting[] OfShop =
    [
        new("Shop:SupportEmail", SettingKind.Email, IsNeeded: true),
        new("Shop:SupportPhone", SettingKind.Phone),
        new("Shop:SupportHours", SettingKind.Text),
        new("Shop:TermsUrl", SettingKind.Link),
        new("Shop:PrivacyUrl", SettingKind.Link),
        new("Shop:LowMark", SettingKind.Count),
        new("Email:Merchant", SettingKind.Email),
    ];

    /// <summary>The last part of its name, by which texts know it.</summary>
    public string Key => Name[(Name.LastIndexOf(':') + 1)..];

    /// <summary>All of them, with those of each delivery method of this shop.</summary>
    public static IReadOnlyList<RuntimeSetting> All(IConfiguration settings) =>
    [
        .. OfShop,
        .. settings.GetSection("Delivery:Methods").GetChildren().SelectMany(method => new RuntimeSetting[]
        {
            new($"{method.Path}:Price", SettingKind.Price, IsNeeded: true, method["Name"] ?? method.Key),
            new($"{method.Path}:FreeFrom", SettingKind.Price, Method: method["Name"] ?? method.Key),
        }),
    ];

    /// <summary>A value in the form in which it is kept; null when it cannot be right.</summary>
    public string? Read(string? typed, CheckoutTerms terms)
    {
        var text = TextNormalization.OneLine(typed ?? "");
        if (text.Length == 0)
            return IsNeeded ? null : "";
        return Kind switch
        {
            SettingKind.Email => EntryRules.Read(Question.Email, text, Answers.None, terms).Value,
            SettingKind.Phone => EntryRules.Read(Question.Phone, text, Answers.None with { Country = terms.ShopCountry }, terms).Value,
            SettingKind.Link => Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? text : null,
            _ => text.Length <= LongestText ? text : null,
        };
    }
}
