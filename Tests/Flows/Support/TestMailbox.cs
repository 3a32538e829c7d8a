using System.Net.Http.Json;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>The mailbox of the simulator.</summary>
internal sealed class TestMailbox(ShopHost host)
{
    public const string Merchant = "ciao@bottega-aurora.example";

    /// <summary>What came to an address, the oldest first, once the shop is at rest.</summary>
    public async Task<IReadOnlyList<SeenMail>> OfAsync(string address)
    {
        await host.SettleAsync();
        return await NowAsync(address);
    }

    /// <summary>The same, while the shop is still at work.</summary>
    public async Task<IReadOnlyList<SeenMail>> NowAsync(string address)
    {
        var all = await host.Simulators.GetFromJsonAsync<SeenMail[]>("/simulator/mail/messages") ?? [];
        return [.. all.Reverse().Where(mail => mail.To.Contains(address))];
    }

    /// <summary>What goes wrong with the next mails; see the simulator's README.</summary>
    public async Task FailAsync(string fault, int times = int.MaxValue, string? recipient = null)
    {
        using var answer = await host.Simulators.PutAsJsonAsync("/simulator/mail/control", new { fault, times, recipient });
        answer.EnsureSuccessStatusCode();
    }

    public async Task BeWellAsync()
    {
        using var answer = await host.Simulators.DeleteAsync(new Uri("/simulator/mail/control", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }
}

internal sealed record SeenMail(
    string[] To, string From, string Subject, string MessageId, string Text, string Html, int Bytes, string[] Headers);
