using System.Globalization;

namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// The language model that a merchant lets the shop ask, read once at start. Without an endpoint there is none, which is the default:
/// nothing asks for one by itself. No record, so that no log shows the key by chance.
/// </summary>
internal sealed class AssistantOptions
{
    /// <summary>How long a shopper waits for the model before the usual answer is given.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private const int UsualBudget = 1_000;
    private const int MostBudget = 1_000_000;
    private const int LongestModel = 200;

    public static AssistantOptions Off { get; } = new();

    /// <summary>The base address of an API like OpenAI's, such as <c>https://api.openai.com/v1</c>; null when there is no model.</summary>
    public Uri? Endpoint { get; private init; }

    public string Model { get; private init; } = "";

    public string ApiKey { get; private init; } = "";

    /// <summary>Calls a day, counted in UTC; what comes after gets the usual answer.</summary>
    public int DailyBudget { get; private init; } = UsualBudget;

    public bool IsOn => Endpoint is not null;

    /// <exception cref="ArgumentException">A setting is wrong or missing; the message names it and says what to write.</exception>
    public static AssistantOptions Read(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (endpoint, model, key) = (Trim(settings["Assistant:Endpoint"]), Trim(settings["Assistant:Model"]),
            Trim(settings["Assistant:ApiKey"]));
        var budget = ReadBudget(settings["Assistant:DailyBudget"]);
        if (endpoint is null && model is null && key is null)
            return Off;
        string[] missing =
        [
            .. new[] { ("Assistant:Endpoint", endpoint), ("Assistant:Model", model), ("Assistant:ApiKey", key) }
                .Where(setting => setting.Item2 is null)
                .Select(setting => setting.Item1),
        ];
        if (missing.Length > 0)
            throw new ArgumentException(
                $"The assistant is partly set up, but {string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} missing. "
                + "Add what is missing to appsettings.json or the environment, or remove the other Assistant settings.");
        return new AssistantOptions
        {
            Endpoint = ReadEndpoint(endpoint!),
            Model = IsPlain(model!, LongestModel)
                ? model!
                : throw new ArgumentException(
                    $"Assistant:Model is '{Shorten(model!)}'. Write the model's name as the service spells it, such as \"gpt-4o-mini\"."),
            ApiKey = IsPlain(key!, int.MaxValue)
                ? key!
                : throw new ArgumentException("Assistant:ApiKey has blanks or signs that no key has. Copy it again from the service."),
            DailyBudget = budget,
        };
    }

    /// <summary>The key travels with every call: over an open network only encrypted, and to no address that hides a password.</summary>
    private static Uri ReadEndpoint(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new ArgumentException(
                $"Assistant:Endpoint is '{Shorten(text)}'. Write a whole address, such as \"https://api.openai.com/v1\".");
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw new ArgumentException(
                "Assistant:Endpoint holds a user name, a question mark or a '#'. Write the base address alone, such as "
                + "\"https://api.openai.com/v1\", and the key in Assistant:ApiKey.");
        if (uri.Scheme == "http" && !uri.IsLoopback)
            throw new ArgumentException(
                $"Assistant:Endpoint is '{Shorten(text)}': the key and what shoppers write would travel unencrypted. Write https, or an "
                + "address of this machine.");
        return uri;
    }

    private static int ReadBudget(string? text) =>
        string.IsNullOrWhiteSpace(text) ? UsualBudget
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls is >= 1 and <= MostBudget
            ? calls
        : throw new ArgumentException(
            $"Assistant:DailyBudget is '{Shorten(text)}'. Write a whole number of calls a day from 1 to {MostBudget}.");

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsPlain(string text, int longest) => text.Length <= longest && text.All(sign => sign is > ' ' and <= '~');

    private static string Shorten(string text) => text.Length > 100 ? text[..100] + "..." : text;
}
