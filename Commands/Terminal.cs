using System.Globalization;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>Writes to the operator's terminal. What is put into a sentence is never read as markup.</summary>
internal static class Terminal
{
    public static void Say(FormattableString sentence) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, sentence);
}
