using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Modules;

/// <summary>What the sources declare.</summary>
internal static partial class Declared
{
    public static IEnumerable<(string Name, int Index)> Types(SourceFile file) =>
        from Match type in TypeLine().Matches(file.Code)
        select (type.Groups["name"].Value, type.Index);

    /// <summary>
    /// For each module of the shop the names that may follow it in a half name: its own types and inner namespaces. So
    /// <c>Orders.Cart</c> is seen as a reach, and a property called Orders is not.
    /// </summary>
    public static ILookup<string, string> FirstNamesIn(IReadOnlyList<SourceFile> files)
    {
        var names =
            from file in files
            let module = ModuleMap.OfPath(file.Path)?.Folder.Split('/')[0]
            where module is not null && !file.IsUnder("BotFramework")
            from name in Types(file).Select(type => type.Name).Concat(file.Path.Split('/')[1..^1])
            select (module, name);
        return names.Distinct().ToLookup(pair => pair.module, pair => pair.name);
    }

    [GeneratedRegex(
        @"^[ \t]*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)\s+)*"
        + @"(?:class|record\s+struct|record\s+class|record|struct|interface|enum|delegate\s+[\w<>\[\],?. ]+)\s+(?<name>[A-Z]\w*)",
        RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
