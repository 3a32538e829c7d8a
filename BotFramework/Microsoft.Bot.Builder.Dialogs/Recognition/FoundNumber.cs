namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>A number somebody wrote, from <see cref="Start"/> up to <see cref="End"/>.</summary>
internal readonly record struct FoundNumber(decimal Value, int Start, int End);
