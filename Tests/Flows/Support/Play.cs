using System.Globalization;
using System.Text;
using CommerceBot.Tests.Support;
using Xunit.Sdk;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>Plays a conversation that is written down (see <see cref="Script"/>), and shows all of it where it went wrong.</summary>
internal sealed class Play(ShopHost host, string locale = "it_IT")
{
    private readonly Dictionary<string, Listener> _shoppers = new(StringComparer.Ordinal);
    private readonly TestCheckout _checkout = new(host);
    private string _current = "";

    /// <summary>Lets a shopper in by name and language; whoever only acts is let in by user name and the play's language.</summary>
    public async Task<Chat> EnterAsync(string user, string? name = null, string? language = null)
    {
        var chat = await Chat.OpenAsync(host, user, name, language ?? locale);
        _shoppers[user] = new Listener(chat);
        return chat;
    }

    public async Task RunAsync(string conversation)
    {
        var lines = Script.Read(conversation);
        // Whoever only listens is in the chat too before anything happens.
        foreach (
            var who in lines
                .Where(line => line.Verb.StartsWith("bot", StringComparison.Ordinal) && line.Actor.Length > 0)
                .Select(line => line.Actor)
                .Distinct())
            if (!_shoppers.ContainsKey(who))
                await EnterAsync(who);
        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                await StepAsync(lines[i]);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                throw new XunitException(await TellAsync(lines, i, problem), problem);
            }
        }
    }

    private async Task StepAsync(ScriptLine line)
    {
        if (line.Verb.StartsWith("bot", StringComparison.Ordinal))
        {
            await Expect(line);
            return;
        }

        if (line.Actor.Length > 0)
            _current = line.Actor;
        // What was said before an act and not asked for is past.
        foreach (var shopper in _shoppers.Values)
            shopper.Forget();
        await ActAsync(line);
        foreach (var shopper in _shoppers.Values)
            shopper.Hear(await shopper.Chat.HearAsync());
    }

    private async Task ActAsync(ScriptLine line)
    {
        switch (line.Verb)
        {
            case "enters":
                await EnterAsync(line.Actor, line.Text.Split(',')[0].Trim(), line.Text.Split(',')[1].Trim());
                break;
            case "starts":
                await (await ShopperAsync(line)).SendAsync("get-started");
                break;
            case "says":
                await (await ShopperAsync(line)).SendAsync("say", new { text = line.Text });
                break;
            case "chooses":
                await (await ShopperAsync(line)).SendAsync("quick-reply", new { title = line.Text });
                break;
            case "menu":
                await (await ShopperAsync(line)).SendAsync("menu", new { title = line.Text });
                break;
            case "forges":
                await (await ShopperAsync(line)).SendAsync("postback", new { title = "?", payload = line.Text });
                break;
            case "taps":
                await TapAsync(line);
                break;
            case "pass":
                await host.PassAsync(Script.ReadSpan(line.Text));
                break;
            case "pays":
                await _checkout.PayAsync(line.Text.Length > 0 ? line.Text : "success");
                break;
            case "stripe expires":
                await _checkout.ExpireAsync();
                break;
            case "stripe settles":
                await _checkout.SettleAsync(line.Text);
                break;
            case "stripe refunds":
                await _checkout.RefundAsync(line.Text.Length > 0 ? long.Parse(line.Text, CultureInfo.InvariantCulture) : null);
                break;
            case "stripe ends refund":
                await _checkout.EndRefundAsync(line.Text);
                break;
            case "stripe disputes":
                await _checkout.DisputeAsync();
                break;
            case "stripe closes dispute":
                await _checkout.CloseDisputeAsync(line.Text);
                break;
            case "stripe moves dispute":
                await _checkout.MoveDisputeAsync(line.Text);
                break;
            case "stripe fails":
                await _checkout.FailAsync(line.Text);
                break;
            case "stripe is well":
                await _checkout.BeWellAsync();
                break;
            case "stripe leaves":
                await _checkout.LeaveAsync();
                break;
            case "stripe returns":
                await _checkout.ReturnAsync();
                break;
            case "shop restarts":
                await host.RestartAsync();
                break;
            case "stripe holds webhooks":
                await _checkout.HoldWebhooksAsync();
                break;
            case "stripe sends webhooks":
                await _checkout.SendWebhooksAsync();
                break;
            default:
                throw new FormatException($"Nobody knows how to: {line.Source}");
        }
    }

    private async Task TapAsync(ScriptLine line)
    {
        var on = line.Text.IndexOf(" on ", StringComparison.Ordinal);
        var chat = await ShopperAsync(line);
        if (on < 0)
            await chat.SendAsync("tap", new { title = line.Text });
        else
            await chat.TapWithoutWaitingAsync(line.Text[..on], line.Text[(on + 4)..]);
    }

    private async Task Expect(ScriptLine line)
    {
        var listener = _shoppers[line.Actor.Length > 0 ? line.Actor : _current];
        if (line.Actor.Length > 0)
            listener.Hear(await listener.Chat.HearAsync());
        listener.Expect(line);
    }

    private async Task<Chat> ShopperAsync(ScriptLine line) =>
        _shoppers.TryGetValue(line.Actor, out var known) ? known.Chat : await EnterAsync(line.Actor);

    private async Task<string> TellAsync(IReadOnlyList<ScriptLine> lines, int failed, Exception problem)
    {
        var story = new StringBuilder().AppendLine().AppendLine(problem.Message).AppendLine();
        for (var i = 0; i < lines.Count; i++)
            story.Append(i < failed ? "  ok " : i == failed ? "  >> " : "     ").AppendLine(lines[i].Source);
        foreach (var shopper in _shoppers.Values)
            story
                .AppendLine()
                .Append("What was said in ")
                .Append(shopper.Chat.User)
                .AppendLine("'s chat:")
                .AppendLine(await shopper.Chat.TranscriptAsync());
        if (host.Log.Troubles is { Length: > 0 } troubles)
            story.AppendLine().AppendLine("The log's warnings:").AppendLine(troubles);
        return story.ToString();
    }
}
