using System.Text.Json;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>What the bot wrote through the Messenger Profile API: Get Started, greeting, menu and the rest.</summary>
internal sealed class PageProfile
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonElement> fields = [];

    /// <summary>Called after each change.</summary>
    public event Action? Changed;

    public bool Has(string field)
    {
        lock (gate)
            return fields.ContainsKey(field);
    }

    public JsonElement? Get(string field)
    {
        lock (gate)
            return fields.TryGetValue(field, out var value) ? value : null;
    }

    public void Set(IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        lock (gate)
        {
            foreach (var (field, value) in values)
                fields[field] = value.Clone();
        }

        Changed?.Invoke();
    }

    public void Remove(IEnumerable<string> names)
    {
        lock (gate)
        {
            foreach (var name in names)
                fields.Remove(name);
        }

        Changed?.Invoke();
    }

    public IReadOnlyDictionary<string, JsonElement> All()
    {
        lock (gate)
            return new Dictionary<string, JsonElement>(fields);
    }

    /// <summary>The entry of a list by locale that Messenger would show to this person.</summary>
    public JsonElement? For(string field, string locale)
    {
        if (Get(field) is not { } list)
            return null;
        var entries = list.EnumerateArray().ToList();
        var own = entries.FindIndex(e => e.GetProperty("locale").GetString() == locale);
        var index = own >= 0 ? own : entries.FindIndex(e => e.GetProperty("locale").GetString() is "default");
        return index >= 0 ? entries[index] : null;
    }
}
