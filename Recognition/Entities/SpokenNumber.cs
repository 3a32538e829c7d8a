using CommerceBot.Catalog;
using Microsoft.Bot.Builder.Dialogs.Recognition;

namespace CommerceBot.Recognition;

/// <summary>A number as people write it, in digits or in words.</summary>
internal static class SpokenNumber
{
    /// <summary>The only number of a text; null when there is none, or more than one.</summary>
    public static decimal? In(string text, Language language) =>
        NumberRecognizer.Recognize(text, language.Code) is [{ Value: var value }] ? value : null;
}
