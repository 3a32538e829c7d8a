using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.BotFramework.Facebook;

internal static class ReceiptFacts
{
    public static Attachment With(this Attachment receipt, object facts)
    {
        receipt.Properties = new Dictionary<string, JsonElement> { ["receipt"] = JsonSerializer.SerializeToElement(facts) };
        return receipt;
    }
}
