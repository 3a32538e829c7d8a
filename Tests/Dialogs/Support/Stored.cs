using System.Text;
using Microsoft.Bot.Builder;

namespace CommerceBot.Tests.Dialogs;

/// <summary>State as an older version of the bot would have left it.</summary>
internal static class Stored
{
    public static async Task AgeAsync(MemoryStorage states, string key, object stored)
    {
        var document = StateDocument.Wrap(stored);
        var json = Encoding.UTF8.GetString(document.Utf8Json.Span);
        var at = json.IndexOf("\"Dialogs\":\"", StringComparison.OrdinalIgnoreCase) + "\"Dialogs\":\"".Length;
        var aged = json[..at] + "0000000000000000" + json[(at + 16)..];
        await states.WriteAsync(
            new Dictionary<string, object> { [key] = new StateDocument(Encoding.UTF8.GetBytes(aged), document.ETag).Unwrap() }, default);
    }
}
