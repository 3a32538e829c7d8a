namespace CommerceBot.Simulator.Stripe.Forms;

/// <summary>One name of a posted form: either a value, or names below it (<c>a[b][0]=x</c>).</summary>
internal sealed class FormNode
{
    public string? Value { get; private set; }

    public OrderedDictionary<string, FormNode> Children { get; } = new(StringComparer.Ordinal);

    public bool IsValue => Value is not null;

    public void Put(ReadOnlySpan<string> path, string value, string whole)
    {
        if (path.IsEmpty)
        {
            if (IsValue || Children.Count > 0) throw StripeRefusal.Invalid($"Received the parameter {whole} twice.", whole);
            Value = value;
            return;
        }
        if (IsValue) throw StripeRefusal.Invalid($"Received {whole} both as a value and as an object.", whole);
        var name = path[0].Length > 0 ? path[0] : Children.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!Children.TryGetValue(name, out var child)) Children[name] = child = new FormNode();
        child.Put(path[1..], value, whole);
    }
}
