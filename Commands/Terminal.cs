using System.Globalization;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>Writes to the operator's terminal. What is put into a sentence is never read as markup.</summary>
internal static class Terminal
{
    /// <summary>Wide enough that no line is broken: a file or a pipe has no width of its own.</summary>
    private const int Pipe = 400;

    private static readonly Lazy<IAnsiConsole> Errors = new(() =>
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            console.Profile.Width = Pipe;
        return console;
    });

    public static void Open()
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = Pipe;
    }

    public static void Say(FormattableString sentence) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, sentence);

    /// <summary>What went wrong goes where programs look for it, and not into what they read.</summary>
    public static void Complain(FormattableString sentence) =>
        Errors.Value.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{FormattableString.Invariant(sentence)}[/]");
}
