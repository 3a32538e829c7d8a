using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Modules;

/// <summary>Somebody else's types live and die in one module: what the outside changes is changed there.</summary>
internal static partial class PackageRules
{
    /// <summary>Names that begin so may be used in these folders only; none: nowhere.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Homes = new Dictionary<string, string[]>
    {
        ["Stripe"] = ["Payments/Stripe"],
        ["Dapper"] = ["Storage"],
        ["Microsoft.Data.Sqlite"] = ["Storage"],
        ["SQLitePCL"] = ["Storage"],
        ["Spectre.Console"] = ["Commands"],
        ["System.CommandLine"] = ["Commands"],
        ["PhoneNumbers"] = ["Orders/Checkout"],
        ["Sylvan"] = ["Catalog/Feed"],
        ["AngleSharp"] = ["Catalog/Feed"],
        ["RazorSlices"] = ["Channels/Guarantee", "Channels/Stripe", "Channels/Withdrawals", "Mails"],
        ["PreMailer"] = ["Mails"],
        ["MailKit"] = ["Channels/Email"],
        ["MimeKit"] = ["Channels/Email", "Simulator/Email"],
        ["Polly"] = ["Payments/Stripe"],
        ["Microsoft.AspNetCore"] = ["Channels", "Commands", "Desk", "Storage", "Simulator", "BotFramework"],
        ["QRCoder"] = ["Desk"],
        ["OxyPlot"] = ["Desk/Charts"],
        ["Microsoft.Extensions.AI"] = ["Channels/Assistant"],
        ["OpenAI"] = ["Channels/Assistant"],
        ["System.ClientModel"] = ["Channels/Assistant"],
        ["Newtonsoft"] = [],
    };

    public static IEnumerable<string> AwayFromHome(IEnumerable<SourceFile> files) =>
        from file in files
        from Match used in Name().Matches(file.Code)
        let name = used.Groups["name"].Value
        from home in Homes
        where name == home.Key || name.StartsWith(home.Key + ".", StringComparison.Ordinal)
        where !home.Value.Any(folder => file.IsUnder(folder))
        select $"{file.At(used.Index)}: {name} belongs in {(home.Value.Length == 0 ? "no module" : string.Join(", ", home.Value))}";

    [GeneratedRegex(@"\busing\s+(static\s+)?(\w+\s*=\s*)?(global::)?(?<name>[A-Z][\w.]*)|\bglobal::(?<name>[A-Z][\w.]*)")]
    private static partial Regex Name();
}
