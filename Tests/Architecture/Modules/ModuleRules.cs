using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Modules;

/// <summary>
/// Reads who reaches whom from the sources: using lines, whole names, and names that begin with a module as seen from
/// within CommerceBot. Sources show what compiled code no longer does, such as a constant taken from another module.
/// </summary>
internal static partial class ModuleRules
{
    /// <summary>Each use that the map does not allow: where, from which module to which.</summary>
    public static IEnumerable<string> ThroughWalls(IReadOnlyList<SourceFile> files, IReadOnlyList<Dependency>? openings = null) =>
        from reach in Reaches(files)
        where !reach.From.Allows(reach.To) && !(openings ?? ModuleMap.Openings).Any(opening => Is(opening, reach))
        select $"{reach.Place}: {reach.From.Folder} may not use {reach.To.Folder} ({reach.Name})";

    public static IEnumerable<string> UnusedOpenings(IReadOnlyList<SourceFile> files, IReadOnlyList<Dependency>? openings = null)
    {
        var reaches = Reaches(files).Where(reach => !reach.From.Allows(reach.To)).ToList();
        return (openings ?? ModuleMap.Openings)
            .Where(opening => !reaches.Any(reach => Is(opening, reach)))
            .Select(opening => $"{opening.File} no longer uses {opening.Module}: take it off the list of openings");
    }

    /// <summary>A file of one module that declares itself into another would get around the map.</summary>
    public static IEnumerable<string> StrangeNamespaces(IReadOnlyList<SourceFile> files) =>
        from file in files
        let module = ModuleMap.OfPath(file.Path)
        where module is not null
        from Match space in NamespaceLine().Matches(file.Code)
        let name = space.Groups["name"].Value
        where ModuleMap.OfName(name) != module
        select $"{file.At(space.Index)}: {file.Path} says namespace {name}";

    public static IEnumerable<string> GlobalUsings(IReadOnlyList<SourceFile> files) =>
        from file in files
        from Match line in UsingLine().Matches(file.Code)
        where line.Groups["global"].Success && ModuleMap.OfName(line.Groups["name"].Value) is not null
        select $"{file.At(line.Index)}: a global using of {line.Groups["name"].Value} opens that module to everybody";

    /// <summary>A type called as a module, or as the root namespace, makes one of the two unreachable.</summary>
    public static IEnumerable<string> TypesNamedAsModules(IReadOnlyList<SourceFile> files)
    {
        var taken = ModuleMap.Modules.Where(module => module.Namespaces[0].StartsWith("CommerceBot.", StringComparison.Ordinal))
            .SelectMany(module => module.Folder.Split('/')).Append("CommerceBot").ToHashSet();
        return
            from file in files
            where !file.IsUnder("BotFramework", "Tests", "Bench")
            from type in Declared.Types(file)
            where taken.Contains(type.Name)
            select $"{file.At(type.Index)}: the type {type.Name} has the name of a module";
    }

    private static bool Is(Dependency opening, Reach reach) => opening.File == reach.File && opening.Module == reach.To.Folder;

    private static IEnumerable<Reach> Reaches(IReadOnlyList<SourceFile> files)
    {
        var inside = Declared.FirstNamesIn(files);
        return
            from file in files
            let home = ModuleMap.OfPath(file.Path)
            where home is not null
            from named in Named(file, inside)
            let to = ModuleMap.OfName(named.Name)
            where to is not null && to != home
            select new Reach(file.Path, file.At(named.Index), home, to, named.Name);
    }

    private static IEnumerable<(string Name, int Index)> Named(SourceFile file, ILookup<string, string> inside)
    {
        foreach (Match whole in WholeName().Matches(file.Code))
            if (!IsNamespaceLine(file, whole.Index))
                yield return (whole.Value, whole.Index);
        foreach (Match half in HalfName().Matches(file.Code))
            if (inside[half.Groups["module"].Value].Contains(half.Groups["next"].Value))
                yield return ("CommerceBot." + half.Value, half.Index);
    }

    private static bool IsNamespaceLine(SourceFile file, int index) =>
        file.Code[(file.Code.LastIndexOf('\n', Math.Max(index - 1, 0)) + 1)..index]
            .TrimStart()
            .StartsWith("namespace", StringComparison.Ordinal);

    [GeneratedRegex(@"^[ \t]*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^[ \t]*(?<global>global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?(global::)?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(?<![\w.])(CommerceBot|Microsoft\.Bot)(\.\w+)+")]
    private static partial Regex WholeName();

    [GeneratedRegex(@"(?<![\w.])(?<module>[A-Z]\w+)\.(?<next>[A-Z]\w+)(\.\w+)*")]
    private static partial Regex HalfName();

    private sealed record Reach(string File, string Place, Module From, Module To, string Name);
}
