using System.Collections.Frozen;

namespace CommerceBot.Catalog.Search;

/// <summary>Words that say nothing about goods: in <c>una tazza per il caffè</c> only tazza and caffè are asked for.</summary>
internal static class LittleWords
{
    private static readonly FrozenSet<string> All = """
        il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle da dal dalla in nel nella
        con col per su sul sulla tra fra e ed o che mi ti si vorrei voglio cerco cerca avete hai mostrami qualcosa
        the an of for with to and or on at by my me some any i'd want looking find show please do you have is are
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>The words that count; all of them when none would be left.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> words)
    {
        var telling = words.Where(word => !All.Contains(word)).ToList();
        return telling.Count > 0 ? telling : words;
    }
}
