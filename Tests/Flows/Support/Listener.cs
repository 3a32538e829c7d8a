namespace CommerceBot.Tests.Flows.Support;

/// <summary>Compares what a shopper hears with what a conversation says they should.</summary>
internal sealed class Listener(Chat chat)
{
    private readonly Queue<BotReply> _unread = new();
    private BotReply? _last;

    public Chat Chat => chat;

    public void Hear(IEnumerable<BotReply> replies)
    {
        foreach (var reply in replies)
            _unread.Enqueue(reply);
    }

    public void Forget() => _unread.Clear();

    public void Expect(ScriptLine line)
    {
        switch (line.Verb)
        {
            case "bot":
                _last = _unread.TryDequeue(out var next) ? next : throw Wrong($"The bot should say '{line.Text}', and is silent.");
                if (!Holds(_last.Words, line.Text))
                    throw Wrong($"The bot should say '{line.Text}', and says:\n    {_last}");
                break;
            case "bot later":
                while (_unread.TryDequeue(out _last) && !Holds(_last.Words, line.Text))
                {
                }

                if (_last is null)
                    throw Wrong($"The bot should say '{line.Text}' in the end, and does not.");
                break;
            case "bot offers":
                var missing = line.Text.Split('|', StringSplitOptions.TrimEntries).Where(title => _last?.Offers(title) != true).ToArray();
                if (missing.Length > 0)
                    throw Wrong($"The bot should offer {string.Join(" and ", missing)} with:\n    {_last}");
                break;
            case "bot is silent" when _unread.Count > 0:
                throw Wrong($"The bot should be silent, and says:\n    {string.Join("\n    ", _unread)}");
        }
    }

    /// <summary>Whether all parts between the stars are there, in order, in whatever case.</summary>
    private static bool Holds(string words, string wanted)
    {
        // Nobody sees which kind of blank stands between a price and its sign, or of hyphen in a number.
        words = words.Replace('\u00a0', ' ').Replace('\u2011', '-');
        var from = 0;
        foreach (var part in wanted.Split('*', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = words.IndexOf(part, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            from = at + part.Length;
        }

        return true;
    }

    private static InvalidOperationException Wrong(string what) => new(what);
}
