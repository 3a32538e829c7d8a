using CommerceBot.Orders;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Channels.Messenger;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>Where a shopper's conversation is, and what Meta says there when somebody answers in the Page's own inbox.</summary>
internal static class ChatLanes
{
    public static LaneId Of(ShopHost host, Chat chat) => new($"facebook:{PageOf(host)}:{chat.Psid}");

    public static string InboxEcho(ShopHost host, Chat chat, string mid) =>
        Meta.Batch(Meta.Echo(mid, "", chat.Psid)).Replace(Meta.Page, PageOf(host), StringComparison.Ordinal);

    private static string PageOf(ShopHost host) => host.Get<SimulatorSecrets>().FacebookPageId;
}
