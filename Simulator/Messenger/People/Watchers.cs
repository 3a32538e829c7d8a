using System.Threading.Channels;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>The open chat pages of one conversation. Its owner calls it under its own lock.</summary>
internal sealed class Watchers
{
    private const int Patience = 1000;
    private readonly List<Channel<Update>> open = [];

    public Channel<Update> Add(IEnumerable<Update> first)
    {
        var channel = Channel.CreateUnbounded<Update>();
        foreach (var update in first)
            channel.Writer.TryWrite(update);
        open.Add(channel);
        return channel;
    }

    public void Remove(Channel<Update> channel) => open.Remove(channel);

    /// <summary>A page that stopped reading is cut off: it reconnects and is told what it missed.</summary>
    public void Tell(Update update)
    {
        foreach (var channel in open.ToList())
        {
            if (channel.Reader.Count < Patience)
            {
                channel.Writer.TryWrite(update);
                continue;
            }

            channel.Writer.TryComplete();
            open.Remove(channel);
        }
    }
}
