using System.Globalization;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>One line of a conversation: who does what.</summary>
internal sealed record ScriptLine(int Number, string Source, string Actor, string Verb, string Text);

/// <summary>
/// A conversation as text, one act a line. Empty lines and lines that begin with # mean nothing.
/// <code>
/// anna enters: Anna Rossi, it_IT       name and language of a shopper that the play did not see yet
/// anna starts                          taps Get Started
/// anna says: ciao
/// anna taps: Compra ora                the newest button of that title
/// anna taps: Compra ora on Tazza       ... on the card whose title holds "Tazza"
/// anna chooses: Rosso                  a quick reply under the last message
/// anna menu: Carrello                  an item of the persistent menu
/// anna forges: x:1                     a postback that no button offers
/// pays: success                        the newest open session, by a test card (see <see cref="TestCheckout.PayAsync"/>)
/// stripe settles: succeeded              the newest delayed payment comes to its end; also failed
/// stripe refunds: 500                    minor units of the newest payment, in the dashboard; all of it when none are named
/// stripe ends refund: failed             the newest refund; also succeeded
/// stripe disputes | stripe closes dispute: won|lost
/// stripe moves dispute: appeal_under_review   or another status of Stripe's that is no end
/// stripe fails: refunds.pending 1        a share of the simulator's faults; "stripe is well" ends them all
/// stripe expires | stripe holds webhooks | stripe sends webhooks
/// stripe leaves                          the shopper leaves the page by its way back
/// stripe returns                         the shopper's browser comes to the page after paying, which asks Stripe again
/// shop restarts                        closes and opens on the same data
/// pass 2 min                           also s, h, days
/// bot: Ciao * Cosa cerchi              the next thing said holds these words in this order, * is anything
/// bot later: Grazie                    the same, past what comes before it
/// bot offers: Sì | No                  the last thing matched has these buttons or quick replies
/// bot is silent                        nothing more was said
/// bot to bruno: ...                    what another shopper hears; also "bot to bruno later", "is silent"
/// </code>
/// </summary>
internal static class Script
{
    private static readonly string[] Verbs = ["enters", "says", "taps", "chooses", "menu", "forges"];

    public static IReadOnlyList<ScriptLine> Read(string text) =>
        [.. text.Split('\n').Select((line, index) => (Line: line.Trim(), Number: index + 1))
            .Where(each => each.Line.Length > 0 && each.Line[0] != '#')
            .Select(each => ReadLine(each.Line, each.Number))];

    /// <summary><c>2 min</c>, <c>90 s</c>, <c>25 h</c>, <c>3 days</c>.</summary>
    public static TimeSpan ReadSpan(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var number = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts[1] switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "min" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "day" or "days" => TimeSpan.FromDays(number),
            var unit => throw new FormatException($"'{unit}' is no unit of time: use s, min, h or days."),
        };
    }

    private static ScriptLine ReadLine(string line, int number)
    {
        ScriptLine Line(string actor, string verb, string text = "") => new(number, line, actor, verb, text);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (head, text) = colon < 0 ? (line, "") : (line[..colon].TrimEnd(), line[(colon + 1)..].Trim());
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["pass", ..] => Line("", "pass", line[5..]),
            ["pays"] => Line("", "pays", text),
            ["stripe", .. var what] => Line("", "stripe " + string.Join(' ', what), text),
            ["shop", "restarts"] => Line("", "shop restarts"),
            ["bot", "to", var shopper, .. var how] => Line(shopper, BotVerb(how), text),
            ["bot", .. var how] => Line("", BotVerb(how), text),
            [var shopper, "starts"] => Line(shopper, "starts"),
            [var shopper, var verb] when Verbs.Contains(verb) => Line(shopper, verb, text),
            _ => throw new FormatException($"Line {number} is no line of a conversation: {line}"),
        };
    }

    private static string BotVerb(string[] how) => how switch
    {
        [] => "bot",
        ["later"] => "bot later",
        ["offers"] => "bot offers",
        ["is", "silent"] => "bot is silent",
        _ => throw new FormatException($"A bot does not '{string.Join(' ', how)}'."),
    };
}
