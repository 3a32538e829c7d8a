using System.Security.Cryptography;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>A name and a face under which the Page speaks.</summary>
/// <param name="Picture">A web address; shown by the chat page, never fetched by the server.</param>
internal sealed record Persona(string Id, string Name, string Picture);

/// <summary>The personas that the bot has made, oldest first.</summary>
internal sealed class Personas
{
    private readonly Lock gate = new();
    private readonly List<Persona> all = [];

    /// <summary>Called after each change.</summary>
    public event Action? Changed;

    public IReadOnlyList<Persona> All
    {
        get
        {
            lock (gate)
                return [.. all];
        }
    }

    public Persona? Find(string id)
    {
        lock (gate)
            return all.Find(p => p.Id == id);
    }

    public Persona Add(string name, string picture)
    {
        var persona = new Persona("7" + RandomNumberGenerator.GetString("0123456789", 15), name, picture);
        lock (gate)
            all.Add(persona);
        Changed?.Invoke();
        return persona;
    }

    public bool Remove(string id)
    {
        bool removed;
        lock (gate)
            removed = all.RemoveAll(p => p.Id == id) > 0;
        if (removed)
            Changed?.Invoke();
        return removed;
    }

    /// <summary>Puts back those of the last run.</summary>
    public void Restore(IEnumerable<Persona> personas)
    {
        lock (gate)
            all.AddRange(personas);
    }
}
