using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Checks of what callers give. Microsoft's API answers a blank text as it answers null: bots catch one exception for
/// both.
/// </summary>
internal static class Arguments
{
    /// <exception cref="ArgumentNullException">The text is null, empty or white space.</exception>
    public static void NotBlank([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentNullException(name, text is null ? null : "It is blank.");
    }
}
