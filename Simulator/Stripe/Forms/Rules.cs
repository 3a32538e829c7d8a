using System.Text.RegularExpressions;

namespace CommerceBot.Simulator.Stripe.Forms;

/// <summary>The words in which the tables of parameters are written.</summary>
internal static partial class Rules
{
    public static Rule Flag { get; } = new FlagRule();

    public static Rule Metadata { get; } = new MetadataRule();

    public static Rule Currency { get; } = new CurrencyRule();

    public static Rule Link { get; } = new LinkRule();

    public static Rule Mail { get; } = new PatternRule(800, MailShape(), "Invalid email address", "email_invalid");

    public static Rule Colour { get; } = new PatternRule(7, ColourShape(), "Invalid hex color", null);

    /// <summary>An amount in minor units with a part of one.</summary>
    public static Rule MinorUnits { get; } = new DecimalRule(Currencies.LargestAmount, MostPlaces: 12);

    public static Rule Instant { get; } = new WholeRule(0, 253_402_300_799);

    /// <summary>An empty list of things to expand asks for nothing, and Stripe.net sends one.</summary>
    public static Rule Expand { get; } = new ListRule(Text(500), 20) { MayBeEmpty = true };

    public static Rule Created { get; } = new EitherRule(Instant, Group(
        Maybe("gt", Instant), Maybe("gte", Instant), Maybe("lt", Instant), Maybe("lte", Instant)));

    public static Rule Text(int longest, bool clearable = false) => new TextRule(longest, clearable);

    public static Rule Whole(long least, long most) => new WholeRule(least, most);

    public static Rule OneOf(params string[] words) => new WordRule(words, [], "");

    /// <summary>Words that Stripe knows; only the first is played here.</summary>
    public static Rule Only(string word, string why, params string[] others) => new WordRule([word], others, why);

    public static Rule OffOnly(string why) => new OffRule(why);

    public static Rule NotSimulated(string why) => new NotSimulatedRule(why);

    public static Rule ListOf(Rule item, int most) => new ListRule(item, most);

    public static GroupRule Group(params Field[] fields) => new(fields);

    public static Field Must(string name, Rule rule) => new(name, rule, Required: true);

    public static Field Maybe(string name, Rule rule) => new(name, rule);

    [GeneratedRegex(@"^[^@\s<>""',;:]+@[^@\s<>""',;:]+\.[^@\s<>""',;:.]{2,}$")]
    private static partial Regex MailShape();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex ColourShape();
}
