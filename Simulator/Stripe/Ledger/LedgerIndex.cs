using System.Diagnostics.CodeAnalysis;

namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>Things of one kind by id, in the order in which they were made.</summary>
internal sealed class LedgerIndex<T>(Func<T, string> idOf)
    where T : class
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<T> things = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<T> All => things;

    public void Put(T thing)
    {
        if (places.TryGetValue(idOf(thing), out var place))
        {
            things[place] = thing;
            return;
        }
        places[idOf(thing)] = things.Count;
        things.Add(thing);
    }

    public bool TryGet(string? id, [NotNullWhen(true)] out T? thing)
    {
        thing = id is not null && places.TryGetValue(id, out var place) ? things[place] : null;
        return thing is not null;
    }

    public T Get(string id) => things[places[id]];

    public string IdOf(T thing) => idOf(thing);
}
