using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Builder;

/// <summary>Things known during one turn, by key or by their type. What can be disposed is disposed with the turn.</summary>
[SuppressMessage("Usage", "CA2237", Justification = "A turn is never serialised.")]
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    /// <summary>So many a turn of ours holds before it must grow: growing copies all of them twice on the way.</summary>
    private const int Usual = 16;
    private bool _disposed;

    /// <summary>Empty, with room for what a turn usually holds.</summary>
    public TurnContextStateCollection()
        : base(Usual)
    {
    }

    /// <summary>The value under a key, or default when there is none or it is of another type.</summary>
    public T Get<T>(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) && value is T typed ? typed : default!;
    }

    /// <summary>The value under the name of its type; default when there is none.</summary>
    public T Get<T>() => Get<T>(KeyOf<T>());

    /// <exception cref="ArgumentException">There is one under this key already.</exception>
    public void Add<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Under the name of its type.</summary>
    /// <exception cref="ArgumentException">There is one already.</exception>
    public void Add<T>(T value) => Add(KeyOf<T>(), value);

    /// <summary>Replaces the value under a key; null removes it.</summary>
    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value is null)
            Remove(key);
        else
            this[key] = value;
    }

    /// <summary>Replaces the value under the name of its type; null removes it.</summary>
    public void Set<T>(T value) => Set(KeyOf<T>(), value);

    /// <summary>Disposes of every value that can be disposed of.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
            return;
        _disposed = true;
        foreach (var value in Values)
            if (!ReferenceEquals(value, this))
                (value as IDisposable)?.Dispose();
    }

    private static string KeyOf<T>() => typeof(T).FullName!;
}
