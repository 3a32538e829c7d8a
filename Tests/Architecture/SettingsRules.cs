using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture;

/// <summary>A setting that the code reads and the README does not name cannot be found by who needs it.</summary>
internal static partial class SettingsRules
{
    public static IEnumerable<string> Undocumented(IEnumerable<SourceFile> files, string readme) =>
        from read in Read(files)
        where !IsNamed(read.Setting, readme)
        select $"{read.Place}: the setting {read.Setting} is not in the README";

    /// <summary>Settings by name; a hole in a name (<c>Pages:{page}:AccessToken</c>) is a star.</summary>
    public static IEnumerable<(string Setting, string Place)> Read(IEnumerable<SourceFile> files) =>
        from file in files
        from Match found in Reading().Matches(file.Text)
        where file.Code[found.Index] != ' '
        select (Hole().Replace(found.Groups["name"].Value, "*"), file.At(found.Index));

    /// <summary>The README may shorten rows: <c>`Delivery:Methods:{n}:Name`, `:Price`</c>, or <c>`Shop:{Name,Country}`</c>.</summary>
    private static bool IsNamed(string setting, string readme)
    {
        var name = Regex.Escape(setting).Replace("\\*", setting == "*:Mode" ? @"\w+" : @"(\{[^}`]*\}|\w+)", StringComparison.Ordinal);
        return Regex.IsMatch(readme, $@"`{name}(:[^`]*|\.\.\.)?`");
    }

    [GeneratedRegex(@"\b(settings|configuration|Settings|Configuration)(\[|\.GetValue(<\w+>)?\(|\.GetSection\()\s*\$?""(?<name>[^""]+)""")]
    private static partial Regex Reading();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();
}
