using CommerceBot.Tests.BotFramework.Listing;

namespace CommerceBot.Tests.Architecture.Reading;

/// <summary>The sources as they stand on the disk.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "data", "node_modules", "TestResults"];

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Read("*.cs")];

    /// <summary>What ships: everything but tests and benchmarks.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } = [.. Files.Where(file => !file.IsUnder("Tests", "Bench"))];

    public static IReadOnlyList<SourceFile> Tests { get; } = [.. Files.Where(file => file.IsUnder("Tests"))];

    /// <summary>Files that one writes by hand, of any kind that holds text.</summary>
    public static IEnumerable<SourceFile> Written(params string[] endings) => endings.SelectMany(ending => Read("*" + ending));

    private static IEnumerable<SourceFile> Read(string pattern) =>
        from path in Walk(new DirectoryInfo(Repository.Root), pattern)
        let relative = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        orderby relative
        select new SourceFile(relative, File.ReadAllText(path));

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateDirectories()
            .Where(inner => !NotOurs.Contains(inner.Name) && (inner.Name[0] != '.' || inner.Name == ".ci"))
            .SelectMany(inner => Walk(inner, pattern))
            .Concat(folder.EnumerateFiles(pattern).Select(file => file.FullName));
}
