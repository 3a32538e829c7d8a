namespace CommerceBot.Tests.House.Doors;

/// <summary>One room: its folder, the namespaces that live in it, and the rooms it may use.</summary>
internal sealed record Room(string Folder, string[] Namespaces, string[] MayUse)
{
    /// <summary>Stands for every room.</summary>
    public const string All = "*";

    /// <summary>A room of the shop: the folder is the namespace.</summary>
    public static Room Shop(string folder, params string[] mayUse) => new(folder, ["CommerceBot." + folder.Replace('/', '.')], mayUse);

    public bool Allows(Room other) => other == this || MayUse.Contains(All) || MayUse.Contains(other.Folder);
}
