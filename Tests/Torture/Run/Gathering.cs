using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Shoppers;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>Reads everything that the auditor judges, once the bot is stopped.</summary>
internal static class Gathering
{
    public static async Task<Evidence> ReadAsync(
        TwoProcesses environment, StripeControl stripe, StockControl categories, IReadOnlyList<(Plan Plan, string? Stuck)> shoppers)
    {
        var records = await stripe.RecordsAsync();
        var chats = new List<ChatSeen>();
        foreach (var (plan, _) in shoppers)
            if (await ChatAsync(environment, plan.User) is { } chat)
                chats.Add(chat);
        return new Evidence(
            StoredOrders.Read(environment.Folder),
            records,
            categories.Counted,
            chats,
            [
                .. (await environment.GetAsync("/simulator/mail/envelopes")).EnumerateArray()
                    .Select(mail => new MailSeen(mail.GetProperty("messageId").GetString()!)),
            ],
            [.. shoppers.Where(one => one.Stuck is not null).Select(one => (one.Plan.User, one.Stuck!))],
            LeakScan.Look(
                [environment.Folder, environment.Logs!],
                LogEvidence.All(environment.Folder, records, [.. shoppers.Select(one => one.Plan.Number)])));
    }

    private static async Task<ChatSeen?> ChatAsync(TwoProcesses environment, string user)
    {
        var transcript = await environment.GetAsync($"/simulator/messenger/shoppers/{user}/transcript");
        var shop = ChatMessage.In(transcript).ToDictionary(utterance => utterance.Seq);
        return new ChatSeen(
            user,
            transcript.GetProperty("shopper").GetProperty("psid").GetString()!,
            [
                .. transcript
                    .GetProperty("entries")
                    .EnumerateArray()
                    .Select(entry => entry.GetProperty("seq").GetInt64())
                    .Select(seq =>
                        shop.TryGetValue(seq, out var utterance)
                            ? new LineSeen(seq, true, utterance.Id, utterance.Text, utterance.Receipt)
                            : new LineSeen(seq, false, null, "", null)),
            ]);
    }
}
