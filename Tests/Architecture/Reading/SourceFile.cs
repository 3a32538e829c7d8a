namespace CommerceBot.Tests.Architecture.Reading;

/// <summary>One source file, by its path from the root with slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private string? _code;

    /// <summary>The text with comments and the words of strings blanked out, every sign at its old place.</summary>
    public string Code => _code ??= CodeOnly.Of(Text);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsUnder(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
            if (Path.StartsWith(folder + "/", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>A place to jump to, for a message.</summary>
    public string At(int index) => $"{Path}:{Text.AsSpan(0, index).Count('\n') + 1}";
}
