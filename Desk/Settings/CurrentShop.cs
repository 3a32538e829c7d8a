using CommerceBot.Orders;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Desk.Settings;

/// <summary>
/// The shop's settings as they are now: those of appsettings.json with those over them that were changed in the desk. What is changed
/// is read by the very rules of the start before it counts.
/// </summary>
internal sealed class CurrentShop
{
    private readonly Lock _lock = new();
    private readonly IConfiguration _settings;
    private readonly ISavedSettings _saved;
    private readonly Func<IConfiguration, ShopSettings> _read;
    private ShopSettings _now;

    /// <param name="read">The rules of the start; throws what they throw.</param>
    /// <exception cref="InvalidOperationException">What was changed in the desk does not fit the other settings any more.</exception>
    public CurrentShop(IConfiguration settings, ISavedSettings saved, Func<IConfiguration, ShopSettings> read)
    {
        (_settings, _saved, _read) = (settings, saved, read);
        var plain = read(settings);
        try
        {
            _now = saved.All.Count == 0 ? plain : read(With(saved.All));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"{wrong.Message} This was changed in the desk: mend it in {saved.Place}, or delete that file.", wrong);
        }

        Shop = _now.Following(() => Volatile.Read(ref _now!));
    }

    /// <summary>Asks for what may change when it is used.</summary>
    public ShopSettings Shop { get; }

    public IReadOnlyList<RuntimeSetting> Settings => RuntimeSetting.All(_settings);

    /// <summary>Tells whether somebody changed something meanwhile.</summary>
    public string Mark => string.Join('\n', _saved.All.OrderBy(each => each.Key, StringComparer.Ordinal));

    public string Value(RuntimeSetting setting) => _saved.All.GetValueOrDefault(setting.Name) ?? FileValue(setting);

    public string FileValue(RuntimeSetting setting) => _settings[setting.Name] ?? "";

    /// <summary>Changes all at once or nothing.</summary>
    /// <returns>Those that cannot be so, and what was changed, one line each.</returns>
    public (IReadOnlyList<RuntimeSetting> Wrong, IReadOnlyList<string> Changes) Set(IReadOnlyDictionary<string, string?> typed)
    {
        lock (_lock)
        {
            var wrong = new List<RuntimeSetting>();
            var changes = new List<string>();
            var next = new Dictionary<string, string?>(_saved.All, StringComparer.Ordinal);
            foreach (var setting in Settings.Where(setting => typed.ContainsKey(setting.Name)))
            {
                var (before, after) = (Value(setting), setting.Read(typed[setting.Name], Shop.Checkout));
                if (after is null || !Fits(setting, after))
                    wrong.Add(setting);
                else if (after != before)
                {
                    changes.Add($"{setting.Name}: {before} → {after}");
                    Put(next, setting, after);
                }
            }

            if (wrong.Count == 0 && changes.Count > 0)
            {
                var now = _read(With(next));
                _saved.Save(next);
                Volatile.Write(ref _now, now);
            }

            return (wrong, changes);
        }
    }

    /// <summary>What is as in the file again is not kept beside it.</summary>
    private void Put(Dictionary<string, string?> next, RuntimeSetting setting, string value)
    {
        if (value == FileValue(setting))
            next.Remove(setting.Name);
        else
            next[setting.Name] = value;
    }

    private bool Fits(RuntimeSetting setting, string value)
    {
        try
        {
            _read(With(new Dictionary<string, string?> { [setting.Name] = value }));
            return true;
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private IConfigurationRoot With(IReadOnlyDictionary<string, string?> over) =>
        new ConfigurationBuilder().AddConfiguration(_settings).AddInMemoryCollection(over).Build();
}
