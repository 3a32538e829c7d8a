namespace CommerceBot.Simulator.Stripe.Forms;

/// <summary>Reads Stripe's form encoding, in bodies and query strings, and refuses what is malformed.</summary>
internal static class StripeForm
{
    private const int DeepestName = 10;
    private const int MostPairs = 5000;

    public static FormNode Parse(string text)
    {
        var root = new FormNode();
        var pairs = 0;
        foreach (var pair in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (++pairs > MostPairs) throw StripeRefusal.Invalid($"Too many parameters: at most {MostPairs}.");
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            root.Put(Split(name), equals < 0 ? "" : Decode(pair[(equals + 1)..]), name);
        }
        return root;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string[] Split(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return name.Contains(']', StringComparison.Ordinal) ? throw Malformed(name) : [name];
        if (open == 0 || name[^1] != ']') throw Malformed(name);
        string[] inner = name[(open + 1)..^1].Split("][");
        if (inner.Length >= DeepestName || inner.Any(part => part.AsSpan().ContainsAny('[', ']'))) throw Malformed(name);
        return [name[..open], .. inner];
    }

    private static StripeRefusal Malformed(string name) =>
        StripeRefusal.Invalid(
            $"Invalid parameter name: {name}. Names are written like a[b][0]; square brackets are not allowed in keys.", name);
}
