using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe.Forms;

/// <summary>What one parameter may hold. Reading checks the value and gives it its JSON type.</summary>
internal abstract record Rule
{
    /// <returns>The value, or null when the parameter was unset on purpose.</returns>
    public abstract JsonNode? Read(FormNode node, string path);

    protected static string Text(FormNode node, string path, string kind)
    {
        if (node.Value is not { } value) throw StripeRefusal.Invalid($"Invalid {kind}: {path} is not an object or a list.", path);
        if (value.Length > 0) return value;
        throw StripeRefusal.Invalid(
            $"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a parameter; however '{path}' cannot "
            + $"be unset. You should remove '{path}' from your request or supply a non-empty value.",
            path, "parameter_invalid_empty");
    }
}

/// <summary>A parameter of a group: its name, what it may hold, and whether it must be there.</summary>
internal sealed record Field(string Name, Rule Rule, bool Required = false);
