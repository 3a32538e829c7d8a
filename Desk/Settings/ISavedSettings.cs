namespace CommerceBot.Desk.Settings;

/// <summary>Settings that were changed in the desk: they count before those of appsettings.json.</summary>
internal interface ISavedSettings
{
    /// <summary>By name, such as <c>Shop:SupportEmail</c>; empty where one is to be unset.</summary>
    IReadOnlyDictionary<string, string?> All { get; }

    /// <summary>Where they are kept, for who has to mend them by hand.</summary>
    string Place { get; }

    /// <summary>Keeps these in the place of all others, whole or not at all.</summary>
    void Save(IReadOnlyDictionary<string, string?> all);
}
