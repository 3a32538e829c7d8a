using System.Net;
using System.Text.RegularExpressions;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>What a browser got.</summary>
internal sealed partial record DeskView(string Path, HttpStatusCode Status, string Html, string? Location, HttpResponseMessage? Answer)
{
    public static DeskView None { get; } = new("", 0, "", null, null);

    /// <summary>Every word that can be read, with one blank between.</summary>
    public string Words => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(Html, " "), " ")), " ").Trim();

    /// <summary>The heading.</summary>
    public string Heading => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(H1().Match(Html).Groups["text"].Value, " ")), " ").Trim();

    public bool HasFormTo(string action) => FindForm(action) is not null;

    /// <summary>The fields of a form with what stands in them, and what somebody types.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Filled(string action, params (string Name, string Value)[] typed) =>
    [
        .. FormTo(action).Where(field => typed.All(one => one.Name != field.Key)),
        .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value)),
    ];

    /// <summary>The fields of a form with what stands in them.</summary>
    public IEnumerable<KeyValuePair<string, string>> FormTo(string action)
    {
        var form = FindForm(action)
            ?? throw new InvalidOperationException($"No form of {Path} ({Status}) goes to {action}:\n{Words}");
        foreach (Match field in Input().Matches(form))
        {
            var tag = field.Value;
            if (Of(tag, "name") is not { } name || Of(tag, "type") is "submit" || IsUnticked(tag))
                continue;
            yield return KeyValuePair.Create(name, Of(tag, "value") ?? (Of(tag, "type") is "checkbox" or "radio" ? "on" : ""));
        }
    }

    private string? FindForm(string action) =>
        Form().Matches(Html).Select(match => match.Value).FirstOrDefault(form => GoesTo(form, action));

    private static bool IsUnticked(string tag) =>
        Of(tag, "type") is "checkbox" or "radio" && !tag.Contains(" checked", StringComparison.Ordinal);

    private bool GoesTo(string form, string action)
    {
        var open = form[..(form.IndexOf('>', StringComparison.Ordinal) + 1)];
        var to = Of(open, "action") ?? Path;
        return open.Contains("method=\"post\"", StringComparison.Ordinal) && Bare(to) == Bare(action) && HandlerOf(to) == HandlerOf(action);
    }

    private static string HandlerOf(string path) => Regex.Match(path, @"[?&]handler=(\w+)").Groups[1].Value;

    private static string Bare(string path) => path.Split('?')[0];

    private static string? Of(string tag, string attribute) =>
        Regex.Match(tag, $@"\s{attribute}=""(?<value>[^""]*)""") is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups["value"].Value)
            : null;

    [GeneratedRegex(@"<form\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"<(input|textarea)\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(@"<(script|style|head)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<h1[^>]*>(?<text>.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex H1();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
