using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Shoppers;
using CommerceBot.Tests.Town;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>Reads everything that the auditor judges, once the bot is stopped.</summary>
internal static class Gathering
{
    public static async Task<Evidence> ReadAsync(TwoProcesses town, StripeDesk stripe, Shelves shelves, IReadOnlyList<(Plan Plan, string? Stuck)> shoppers)
    {
        var books = await stripe.BooksAsync();
        var chats = new List<ChatSeen>();
        foreach (var (plan, _) in shoppers)
            if (await ChatAsync(town, plan.User) is { } chat)
                chats.Add(chat);
        return new Evidence(
            KeptBooks.Read(town.Folder),
            books,
            shelves.Counted,
            chats,
            [.. shoppers.Where(one => one.Stuck is not null).Select(one => (one.Plan.User, one.Stuck!))],
            LeakScan.Look([town.Folder, town.Logs!], Telltale.All(town.Folder, books, [.. shoppers.Select(one => one.Plan.Number)])));
    }

    private static async Task<ChatSeen?> ChatAsync(TwoProcesses town, string user)
    {
        var transcript = await town.GetAsync($"/simulator/messenger/shoppers/{user}/transcript");
        var shop = Heard.In(transcript).ToDictionary(heard => heard.Seq);
        return new ChatSeen(
            user,
            transcript.GetProperty("shopper").GetProperty("psid").GetString()!,
            [
                .. transcript.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("seq").GetInt64()).Select(seq =>
                    shop.TryGetValue(seq, out var heard) ? new LineSeen(seq, true, heard.Id, heard.Text, heard.Receipt) : new LineSeen(seq, false, null, "", null)),
            ]);
    }
}
