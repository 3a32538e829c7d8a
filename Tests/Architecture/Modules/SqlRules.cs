using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Modules;

/// <summary>What tables and columns are called is known in one module: another database is another folder there.</summary>
internal static partial class SqlRules
{
    public static IEnumerable<string> OutsideStorage(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("Storage")
        from Match found in Statement().Matches(file.Text)
        // Blank in the code and there in the text: it stands in a string or a comment.
        where file.Code[found.Index] == ' ' && !IsComment(file.Text, found.Index)
        select $"{file.At(found.Index)}: SQL belongs in Storage";

    private static bool IsComment(string text, int at)
    {
        var line = text[(text.LastIndexOf('\n', at) + 1)..at];
        return line.Contains("//", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(SELECT\b[^;""]*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA\s+\w+)\b")]
    private static partial Regex Statement();
}
