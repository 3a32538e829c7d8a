namespace CommerceBot.Tests.Architecture.Modules;

/// <summary>One module: its folder, the namespaces that live in it, and the modules it may use.</summary>
internal sealed record Module(string Folder, string[] Namespaces, string[] MayUse)
{
    /// <summary>Stands for every module.</summary>
    public const string All = "*";

    /// <summary>A module of the shop: the folder is the namespace.</summary>
    public static Module Shop(string folder, params string[] mayUse) => new(folder, ["CommerceBot." + folder.Replace('/', '.')], mayUse);

    public bool Allows(Module other) => other == this || MayUse.Contains(All) || MayUse.Contains(other.Folder);
}
